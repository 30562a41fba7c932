package dev.lectern.stack.doctor;

import static java.util.stream.Collectors.joining;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.data.Restarts;
import dev.lectern.stack.process.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the data directory says: processes, leftovers, ports.
 *
 * @param ports those of its last or its first start
 * @param processes the names of what may run in a process of its own
 */
public record Folder(DataDirectory data, Ports ports, boolean running, List<String> processes) {

    public List<Finding> look() throws IOException {
        var findings = new ArrayList<Finding>();
        findings.add(leftovers());
        findings.addAll(restarts());
        findings.addAll(portFindings());
        return findings;
    }

    private Finding leftovers() {
        var subject = "Leftovers";
        if (running) {
            return Finding.ok(subject, "none; the stack runs");
        }
        var remembered = processes.stream()
                .filter(name -> Files.exists(data.root().resolve("run").resolve(name + ".pid")))
                .toList();
        var alive = remembered.stream()
                .flatMap(name -> OwnProcess.find(data, name).stream())
                .map(process -> process.name() + " (process " + process.pid() + ")")
                .collect(joining(", "));
        if (!alive.isEmpty()) {
            return Finding.warn(subject, "\"up\" and \"stop\" end them", "without a launcher run %s".formatted(alive));
        }
        return remembered.isEmpty()
                ? Finding.ok(subject, "none; the stack is stopped")
                : Finding.warn(
                        subject,
                        "Nothing to do: \"up\" begins where they were",
                        "ended without being stopped: %s".formatted(String.join(", ", remembered)));
    }

    private List<Finding> restarts() {
        if (!running) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        for (var name : processes) {
            var restarts = Restarts.of(data, name);
            var remedy = "See \"logs " + name + "\"";
            var fact = "it has died %d times, last at %s";
            if (restarts.underWay()) {
                findings.add(Finding.fail(
                        name, remedy, (fact + ", and is down").formatted(restarts.count(), restarts.lastExit())));
            } else if (restarts.count() > 0) {
                findings.add(Finding.warn(name, remedy, fact.formatted(restarts.count(), restarts.lastExit())));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok("Restarts", "none")) : findings;
    }

    private List<Finding> portFindings() throws IOException {
        var holders = new PortHolders();
        var findings = new ArrayList<Finding>();
        for (var port : ports.numbers().entrySet()) {
            if (running ? !isOurs(holders, port) : Probe.listens(port.getValue())) {
                findings.add(trouble(holders, port));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(
                        "Ports",
                        "%d from %d on are %s"
                                .formatted(
                                        ports.numbers().size(),
                                        ports.of(Port.GATEWAY),
                                        running ? "held by this stack" : "free")))
                : findings;
    }

    private Finding trouble(PortHolders holders, Map.Entry<Port, Integer> port) {
        var holder = holders.of(port.getValue())
                .map(process -> "process %d, %s"
                        .formatted(process.pid(), process.info().command().orElse("?")))
                .orElse("someone");
        var subject = "Port " + port.getValue();
        if (!running) {
            return Finding.warn(
                    subject,
                    "\"up\" takes a free one instead",
                    "%s is held by %s".formatted(port.getKey().name(), holder));
        }
        return Probe.listens(port.getValue())
                ? Finding.fail(
                        subject,
                        "\"stop\", then \"up\"",
                        "%s is held by %s".formatted(port.getKey().name(), holder))
                : Finding.fail(
                        subject,
                        "See \"status\" and \"logs\"",
                        "nobody listens for %s".formatted(port.getKey().name()));
    }

    /** Where nobody tells whose it is, it is enough that someone is there. */
    private boolean isOurs(PortHolders holders, Map.Entry<Port, Integer> port) {
        var holder = holders.of(port.getValue()).map(ProcessHandle::pid);
        return holder.isEmpty()
                ? Probe.listens(port.getValue())
                : holder.equals(data.launcher())
                        || processes.stream()
                                .flatMap(name -> OwnProcess.find(data, name).stream())
                                .anyMatch(process -> process.pid() == holder.get());
    }
}
