package dev.lectern.stack;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the one-machine stack. Exit codes: 0 done, 1 failed, 2 not understood. */
@Command(
        name = "lectern",
        description = "Runs Lectern on this machine: its services, PostgreSQL, Kafka, a gateway and a mail catcher.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            TokenCommand.class,
            LogsCommand.class,
            DoctorCommand.class,
            ParkedCommand.class,
            RepublishCommand.class,
            RebuildCommand.class,
            StopCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ResetCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Lectern {

    private Lectern() {}

    public static void main(String[] arguments) {
        // The libraries' own news; what matters to the person at the terminal is said by us.
        Logger.getLogger("").setLevel(Level.WARNING);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Lectern())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println("lectern: " + e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
