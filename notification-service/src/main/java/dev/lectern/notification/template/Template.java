package dev.lectern.notification.template;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A part of the mails of one conference. One that was never saved, or that was taken back, has no source; its revision
 * goes on, so that no old one comes again.
 */
@Entity
class Template extends PanacheEntityBase {

    @Embeddable
    record Key(UUID conferenceId, String name) {}

    @EmbeddedId
    private Key key;

    private String source;
    private long revision;

    protected Template() {}

    private Template(Key key) {
        this.key = key;
    }

    static Template of(UUID conference, TemplateName name) {
        var key = new Key(conference, name.text());
        Template stored = findById(key);
        return stored == null ? new Template(key) : stored;
    }

    static Template lock(UUID conference, TemplateName name) {
        Panache.getEntityManager()
                .createNativeQuery("insert into template (conference_id, name, source, revision)"
                        + " values (:conference, :name, null, 0) on conflict do nothing")
                .setParameter("conference", conference)
                .setParameter("name", name.text())
                .executeUpdate();
        return findById(new Key(conference, name.text()), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those with a source, by name. */
    static List<Template> allOf(UUID conference) {
        return list("key.conferenceId = ?1 and source is not null order by key.name", conference);
    }

    static void forget(UUID conference) {
        delete("key.conferenceId", conference);
    }

    /** The same again changes nothing. */
    void replaceWith(String other) {
        if (!Objects.equals(source, other)) {
            source = other;
            revision++;
        }
    }

    String name() {
        return key.name();
    }

    /** Null while everybody's part holds. */
    String source() {
        return source;
    }

    long revision() {
        return revision;
    }
}
