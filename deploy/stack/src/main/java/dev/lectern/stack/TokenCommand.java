package dev.lectern.stack;

import dev.lectern.stack.data.Tokens;
import dev.lectern.stack.data.Tokens.Group;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "token", description = "Prints a bearer token for the API, valid for 30 days.")
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Spec
    private CommandSpec spec;

    @Option(names = "--email", required = true, paramLabel = "E", description = "Whose token it is.")
    private String email;

    @Option(names = "--group", required = true, paramLabel = "organiser|admin", description = "What its holder may be.")
    private Group group;

    @Override
    public Integer call() {
        if (email.indexOf('@') < 1) {
            throw new ParameterException(spec.commandLine(), "--email: \"" + email + "\" is not an e-mail address");
        }
        System.out.println(new Tokens(data.directory()).sign(email, group));
        return 0;
    }
}
