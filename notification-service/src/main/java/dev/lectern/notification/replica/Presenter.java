package dev.lectern.notification.replica;

import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** A presenter, as the catalog last told of them. */
@Entity
@Immutable
public class Presenter extends PanacheEntityBase {

    private record Row(UUID id, long revision, boolean deleted, UUID conferenceId, String name, String locale) {

        static Row of(PresenterEvent event) {
            return new Row(
                    event.id(), event.revision(), event.deleted(), event.conferenceId(), event.name(), event.locale());
        }
    }

    private static final Replica<Row> REPLICA = new Replica<>("presenter", Row.class);

    @Id
    private UUID id;

    private long revision;
    private boolean deleted;
    private String name;
    private String locale;
    private String ownLocale;
    private String ownLocaleOver;

    protected Presenter() {}

    /** Returns those that were news. */
    static List<PresenterEvent> store(List<PresenterEvent> events) {
        return REPLICA.store(events, Row::of);
    }

    /** By id; of whom nothing is known yet there is none. */
    public static Map<UUID, Presenter> of(Collection<UUID> ids) {
        return Presenter.<Presenter>stream("id in ?1", ids)
                .collect(Collectors.toMap(Presenter::id, Function.identity()));
    }

    /** Some of whom a restored catalog knows nothing, as it would tell. */
    static List<PresenterEvent> gone(long revision, int most) {
        return REPLICA.below(revision, "not deleted", most).stream()
                .map(known -> new PresenterEvent(
                        known.id(), revision, true, known.conferenceId(), "", null, List.of(), null, revision))
                .toList();
    }

    /** Who is nobody any more has chosen nothing. */
    static void forgetChoice(UUID presenter) {
        getEntityManager()
                .createNativeQuery("update presenter set own_locale = null, own_locale_over = null where id = :id")
                .setParameter("id", presenter)
                .executeUpdate();
    }

    /** What a presenter chose; it holds until the catalog tells of another language than it does now. */
    public static void choose(UUID presenter, String language) {
        getEntityManager()
                .createNativeQuery(
                        "update presenter set own_locale = :language, own_locale_over = locale where id = :id")
                .setParameter("language", language)
                .setParameter("id", presenter)
                .executeUpdate();
    }

    /**
     * Of one presenter only one request at a time goes on from here, and nobody erases them meanwhile.
     *
     * @return whether they are still there
     */
    public static boolean hold(UUID presenter) {
        return !getEntityManager()
                .createNativeQuery("select revision from presenter where id = :id and not deleted for no key update")
                .setParameter("id", presenter)
                .getResultList()
                .isEmpty();
    }

    static void eraseAllOf(UUID conference) {
        getEntityManager()
                .createNativeQuery("""
                        update presenter set name = '', locale = null, own_locale = null, own_locale_over = null, deleted = true
                        where conference_id = :conference""")
                .setParameter("conference", conference)
                .executeUpdate();
    }

    public UUID id() {
        return id;
    }

    public long revision() {
        return revision;
    }

    public String name() {
        return name;
    }

    /** A tag of BCP 47, the presenter's own choice before the catalog's word; null where it is not known. */
    public String locale() {
        return ownLocale != null && Objects.equals(locale, ownLocaleOver) ? ownLocale : locale;
    }

    /** Nobody is left who could be written to. */
    public boolean isDeleted() {
        return deleted;
    }
}
