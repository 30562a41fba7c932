package dev.lectern.stack.kafka;

import static java.util.stream.Collectors.toMap;
import static org.apache.kafka.clients.admin.AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.process.Jvm;
import dev.lectern.stack.process.Probe;
import dev.lectern.stack.process.Program;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** One Kafka node with Lectern's topics. */
public final class KafkaBroker implements Program {

    private static final String CLIENTS = "CLIENTS";
    private static final short REPLICAS = 1;

    private final DataDirectory data;
    private final Ports ports;
    private final List<Topic> topics;

    public KafkaBroker(DataDirectory data, Ports ports, List<Topic> topics) {
        this.data = data;
        this.ports = ports;
        this.topics = topics;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return ports.address(Port.KAFKA);
    }

    @Override
    public void prepare() throws IOException {
        var text = new StringWriter();
        settings().store(text, "written at each start");
        DataDirectory.write(data.file("run", "kafka.properties"), text.toString());
    }

    @Override
    public List<String> command() {
        return Jvm.command(
                data,
                "256m",
                "24m",
                List.of(
                        Jvm.QUICK_COMPILER,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaNode.class.getName(),
                        data.file("run", "kafka.properties").toString()));
    }

    /** The port opens when the node is ready to be asked; the admin client then waits for the rest. */
    @Override
    public boolean answers() {
        if (!Probe.listens(ports.of(Port.KAFKA))) {
            return false;
        }
        try (var admin = admin(data, ports)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void furnish() throws IOException, ExecutionException, InterruptedException {
        try (var admin = admin(data, ports)) {
            var there = admin.listTopics().names().get();
            var missing = topics.stream().filter(topic -> !there.contains(topic.name()));
            admin.createTopics(missing.map(KafkaBroker::fresh).toList()).all().get();
            admin.incrementalAlterConfigs(topics.stream().collect(toMap(KafkaBroker::resource, KafkaBroker::settings)))
                    .all()
                    .get();
            new Rebuilds(data).perform(admin);
        }
    }

    private static NewTopic fresh(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), REPLICAS).configs(topic.settings());
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    /** Also of a topic from before, which may have been made with others. */
    private static Collection<AlterConfigOp> settings(Topic topic) {
        return topic.settings().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    public static Admin admin(DataDirectory data, Ports ports) {
        var settings = new HashMap<String, Object>(BrokerAccount.of(data).settings());
        settings.put(BOOTSTRAP_SERVERS_CONFIG, ports.address(Port.KAFKA));
        settings.put(REQUEST_TIMEOUT_MS_CONFIG, "5000");
        settings.put(DEFAULT_API_TIMEOUT_MS_CONFIG, "10000");
        return Admin.create(settings);
    }

    private Properties settings() {
        var broker = ports.address(Port.KAFKA);
        var controller = ports.address(Port.KAFKA_CONTROLLER);
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                KafkaNode.ID,
                "controller.quorum.voters",
                KafkaNode.ID + "@" + controller,
                "listeners",
                CLIENTS + "://" + broker + "," + KafkaNode.CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                CLIENTS + "://" + broker,
                "inter.broker.listener.name",
                CLIENTS,
                "controller.listener.names",
                KafkaNode.CONTROLLER_LISTENER,
                "log.dirs",
                data.file("kafka").toString(),
                "auto.create.topics.enable",
                "false"));
        var account = BrokerAccount.of(data).server();
        settings.putAll(Map.of(
                "listener.security.protocol.map",
                CLIENTS + ":" + BrokerAccount.PROTOCOL + "," + KafkaNode.CONTROLLER_LISTENER + ":"
                        + BrokerAccount.PROTOCOL,
                "sasl.enabled.mechanisms",
                BrokerAccount.MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                BrokerAccount.MECHANISM,
                "sasl.mechanism.controller.protocol",
                BrokerAccount.MECHANISM,
                "listener.name.clients.plain.sasl.jaas.config",
                account,
                "listener.name.controller.plain.sasl.jaas.config",
                account));
        // One node can hold one copy, and few partitions of the internal topics keep it small.
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4"));
        settings.putAll(Map.of(
                // Members join at once; the default waits 3 s for more of them.
                "group.initial.rebalance.delay.ms", "0",
                // Else a broker that was killed counts as alive for 9 s, and its successor waits for that.
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "1000",
                // Nobody follows this controller, so it need not write a record twice a second to say that it is there.
                "metadata.max.idle.interval.ms", "10000",
                // The least that the cleaner accepts with one thread; the default is 128 MB of the heap.
                "log.cleaner.dedupe.buffer.size", "16777216"));
        return settings;
    }
}
