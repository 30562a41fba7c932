package dev.lectern.stack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.doctor.Consumers;
import dev.lectern.stack.doctor.Databases;
import dev.lectern.stack.doctor.Finding;
import dev.lectern.stack.doctor.Finding.Mark;
import dev.lectern.stack.doctor.Folder;
import dev.lectern.stack.doctor.Health;
import dev.lectern.stack.doctor.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Looks for what is wrong, or soon will be, and says what to do about it.",
            "Of a stopped stack it looks at what can be seen then. Returns 1 where something fails, else 0."
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "As JSON: a list of mark, subject, fact and remedy.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var findings = findings();
        if (json) {
            System.out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
        } else {
            findings.forEach(System.out::println);
        }
        return findings.stream().anyMatch(finding -> finding.mark() == Mark.FAIL) ? 1 : 0;
    }

    private List<Finding> findings() throws IOException {
        var directory = data.directory();
        var running = directory.isLocked();
        var findings = new ArrayList<Finding>();
        findings.addAll(new Machine(directory, running).look());
        var ports = Ports.last(directory).orElseGet(Ports::wanted);
        findings.addAll(
                new Folder(directory, ports, running, running ? Stack.processes(ports) : Stack.processes()).look());
        if (running) {
            findings.addAll(new Health(ports, Stack.replicas(ports)).look());
            findings.addAll(new Databases(directory, ports, Stack.SERVICES).look());
            findings.addAll(new Consumers(directory, ports).look());
        }
        return findings;
    }
}
