package dev.lectern.stack.kafka;

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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** One Kafka node with the stack's topics. Topics hold the newest state of each key, so they are compacted. */
public final class KafkaBroker implements Program {

    private static final String CLIENTS = "CLIENTS";
    private static final int PARTITIONS = 3;
    private static final short REPLICAS = 1;

    /**
     * What people asked to be forgotten is not to wait for the log to grow; by default an older state may stay for
     * ever.
     */
    private static final String LONGEST_MEMORY_MILLIS =
            Long.toString(Duration.ofDays(1).toMillis());

    private final DataDirectory data;
    private final Ports ports;
    private final List<String> topics;
    private final List<String> aboutPeople;

    /** @param aboutPeople those of the topics that name presenters */
    public KafkaBroker(DataDirectory data, Ports ports, List<String> topics, List<String> aboutPeople) {
        this.aboutPeople = aboutPeople;
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
                List.of(
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
    public void furnish() throws ExecutionException, InterruptedException {
        try (var admin = admin(data, ports)) {
            var there = admin.listTopics().names().get();
            var missing = topics.stream().filter(topic -> !there.contains(topic));
            admin.createTopics(missing.map(KafkaBroker::compacted).toList())
                    .all()
                    .get();
            admin.incrementalAlterConfigs(aboutPeople.stream()
                            .collect(Collectors.toMap(KafkaBroker::resource, topic -> List.of(forgetful()))))
                    .all()
                    .get();
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** Also of a topic from before: the newest states go on, whatever came before them is gone within a day. */
    private static AlterConfigOp forgetful() {
        return new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, LONGEST_MEMORY_MILLIS),
                AlterConfigOp.OpType.SET);
    }

    private static NewTopic compacted(String name) {
        return new NewTopic(name, PARTITIONS, REPLICAS)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
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
                "broker.heartbeat.interval.ms", "500",
                // The least that the cleaner accepts with one thread; the default is 128 MB of the heap.
                "log.cleaner.dedupe.buffer.size", "16777216"));
        return settings;
    }
}
