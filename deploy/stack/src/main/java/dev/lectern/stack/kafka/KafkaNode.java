package dev.lectern.stack.kafka;

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import kafka.Kafka;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The main class of the broker's process: formats the storage where it is new, then becomes Kafka. */
public final class KafkaNode {

    static final String ID = "1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private KafkaNode() {}

    /** Takes one argument: the path of a Kafka properties file. */
    public static void main(String[] arguments) throws Exception {
        var settings = new Properties();
        try (var file = new FileInputStream(arguments[0])) {
            settings.load(file);
        }
        var directory = Path.of(settings.getProperty("log.dirs"));
        if (Files.notExists(directory.resolve("meta.properties"))) {
            format(directory.toString());
        }
        Kafka.main(arguments);
    }

    private static void format(String directory) throws Exception {
        var formatter = new Formatter();
        formatter
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(ID))
                .setControllerListenerName(CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory)
                .setDirectories(Set.of(directory))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .run();
    }
}
