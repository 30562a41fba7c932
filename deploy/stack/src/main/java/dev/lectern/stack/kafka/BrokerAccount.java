package dev.lectern.stack.kafka;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Secrets;
import java.util.Map;

/** The one account of the broker, which everybody of the stack uses; without it nothing is read or written. */
public record BrokerAccount(String user, String password) {

    private static final String USER = "lectern";
    static final String PROTOCOL = "SASL_PLAINTEXT";
    static final String MECHANISM = "PLAIN";

    /** The account of this stack, made at its first use. */
    public static BrokerAccount of(DataDirectory data) {
        return new BrokerAccount(USER, Secrets.password(data, "kafka"));
    }

    /** What a client of Kafka is told besides the address. */
    public Map<String, String> settings() {
        return Map.of("security.protocol", PROTOCOL, "sasl.mechanism", MECHANISM, "sasl.jaas.config", login("") + ";");
    }

    /** What the broker is told: whom it lets in, and as whom it asks itself. */
    String server() {
        return login(" user_" + user + "=\"" + password + "\"") + ";";
    }

    /** Passwords are base64url, so that nothing in them has to be escaped. */
    private String login(String more) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password + "\"" + more;
    }
}
