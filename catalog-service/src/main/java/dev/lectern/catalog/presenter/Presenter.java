package dev.lectern.catalog.presenter;

import dev.lectern.catalog.presenter.ImportedPerson.Said;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person who presents contributions of one conference. */
@Entity
public class Presenter extends PanacheEntityBase {

    @Id
    private UUID id;

    private UUID conferenceId;
    private String honorific;
    private String familyName;
    private String givenNames;
    private String affiliation;
    private String email;
    private String locale;
    private Integer changeoverMinutes;

    @JdbcTypeCode(SqlTypes.JSON)
    private ImportedPerson imported;

    private List<UUID> mergedIds;
    private long revision;

    protected Presenter() {}

    Presenter(UUID conferenceId, PersonName name, String email, String locale, Integer changeoverMinutes) {
        this.id = UUID.randomUUID();
        this.conferenceId = conferenceId;
        this.mergedIds = List.of();
        this.revision = 1;
        set(name, email, locale, changeoverMinutes);
    }

    /**
     * A presenter as a file names them.
     *
     * @param externalId by which it tells people apart, null where it does that by the names
     * @param email null where it says none, as most do
     */
    public static Presenter imported(
            UUID conferenceId, Origin origin, String externalId, PersonName name, String email) {
        var presenter = new Presenter(conferenceId, name, email, null, null);
        presenter.imported = ImportedPerson.NEVER.with(origin, new Said(name, origin.source(), externalId, email));
        return presenter;
    }

    public static List<Presenter> ofConference(UUID conferenceId) {
        return list("conferenceId = ?1 order by familyName, id", conferenceId);
    }

    /** The next ones by id, from behind one. */
    static List<Presenter> after(UUID conferenceId, UUID after, int most) {
        return Presenter.<Presenter>find("conferenceId = ?1 and id > ?2 order by id", conferenceId, after)
                .page(0, most)
                .list();
    }

    /** Who these are today, in their order, each once; who was erased is left out. */
    public static List<Presenter> today(List<UUID> ids) {
        var known = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select * from presenter where id = any (?1) or merged_ids && ?1", Presenter.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
        var byId = new HashMap<UUID, Presenter>();
        for (var one : known) {
            byId.put(one.id, one);
            one.mergedIds.forEach(id -> byId.put(id, one));
        }
        return ids.stream().map(byId::get).filter(Objects::nonNull).distinct().toList();
    }

    /** Returns whether anything is different now. */
    boolean replace(PersonName name, String email, String locale, Integer changeoverMinutes) {
        var changed = !name().equals(name)
                || !Objects.equals(this.email, email)
                || !Objects.equals(this.locale, locale)
                || !Objects.equals(this.changeoverMinutes, changeoverMinutes);
        if (changed) {
            set(name, email, locale, changeoverMinutes);
            revision++;
        }
        return changed;
    }

    /** Gives the presenter this address. Returns whether they had another one or none. */
    public boolean reachAt(String email) {
        return replace(name(), email, locale, changeoverMinutes);
    }

    /**
     * Writes what the file changed since the last one of its origin, so that what people corrected stays. The first of
     * an origin adds what is missing. Returns whether anything is different now.
     *
     * @param externalId null where the file tells people by their names
     * @param address null where the file says none. One that a person entered is never replaced.
     */
    public boolean update(Origin origin, String externalId, PersonName fromFile, String address) {
        var memory = memory();
        var last = memory.before(origin);
        var lastAddress = last == null ? null : last.email();
        imported = memory.with(
                origin, new Said(fromFile, origin.source(), externalId, address == null ? lastAddress : address));
        var isNews = address != null && !address.equals(lastAddress);
        var isFromFiles = email == null || email.equals(lastAddress);
        return replace(
                last == null ? completed(fromFile) : merged(fromFile, last.name()),
                isNews && isFromFiles ? address : email,
                locale,
                changeoverMinutes);
    }

    private PersonName merged(PersonName file, PersonName last) {
        return new PersonName(
                merge(file.honorific(), last.honorific(), honorific),
                merge(file.familyName(), last.familyName(), familyName),
                merge(file.givenNames(), last.givenNames(), givenNames),
                merge(file.affiliation(), last.affiliation(), affiliation));
    }

    private PersonName completed(PersonName other) {
        return new PersonName(
                or(honorific, other.honorific()),
                familyName,
                // What is in one name there may be in two here.
                familyName.equalsIgnoreCase(other.familyName()) ? or(givenNames, other.givenNames()) : givenNames,
                or(affiliation, other.affiliation()));
    }

    /**
     * Takes over all that is said of the same person elsewhere and not here, and in whose stead this one is from now
     * on.
     */
    void absorb(Presenter other) {
        set(
                completed(other.name()),
                or(email, other.email),
                or(locale, other.locale),
                changeoverMinutes == null ? other.changeoverMinutes : changeoverMinutes);
        mergedIds = Stream.of(mergedIds, List.of(other.id), other.mergedIds)
                .flatMap(List::stream)
                .toList();
        revision++;
    }

    /** By what a text that mentions them can be told. */
    List<String> traits() {
        var listed = new PersonName(null, familyName, givenNames, null).listed();
        return Stream.of(id.toString(), name().displayed(), listed, email)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String or(String own, String others) {
        return own == null ? others : own;
    }

    private static String merge(String file, String lastFile, String current) {
        return Objects.equals(file, lastFile) ? current : file;
    }

    private void set(PersonName name, String email, String locale, Integer changeoverMinutes) {
        this.honorific = name.honorific();
        this.familyName = name.familyName();
        this.givenNames = name.givenNames();
        this.affiliation = name.affiliation();
        this.email = email;
        this.locale = wellFormed(locale);
        this.changeoverMinutes = changeoverMinutes;
    }

    private static String wellFormed(String locale) {
        try {
            return locale == null
                    ? null
                    : new Locale.Builder().setLanguageTag(locale).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw Refused.invalid(Fault.at("/locale", "This is not a language tag (BCP 47), such as fr or pt-BR"));
        }
    }

    public UUID id() {
        return id;
    }

    public UUID conferenceId() {
        return conferenceId;
    }

    public PersonName name() {
        return new PersonName(honorific, familyName, givenNames, affiliation);
    }

    public String email() {
        return email;
    }

    public String locale() {
        return locale;
    }

    /** How many minutes they need between two talks; null when nobody said. */
    public Integer changeoverMinutes() {
        return changeoverMinutes;
    }

    private ImportedPerson memory() {
        return imported == null ? ImportedPerson.NEVER : imported;
    }

    /** What files said of them, of whatever origin. */
    public Collection<Said> saidInFiles() {
        return memory().all();
    }

    /** What files of this origin, or of one that is not known any more, call them; null where they do not. */
    public String externalId(Origin origin) {
        return memory().all().stream()
                .filter(said -> said.id() != null && origin.isOf(said.source()))
                .map(Said::id)
                .findFirst()
                .orElse(null);
    }

    /** From now on a file of this origin that calls them so means this one, whose name is as it has it. */
    public void beKnownAs(Origin origin, String externalId, PersonName fromFile) {
        var last = memory().before(origin);
        imported = memory().with(
                        origin, new Said(fromFile, origin.source(), externalId, last == null ? null : last.email()));
    }

    /** Files that mean the other one mean this one from now on. */
    void takeOverFromFiles(Presenter other) {
        imported = other.imported;
    }

    /** All who were merged into this one, at first or second hand. */
    public List<UUID> mergedIds() {
        return mergedIds;
    }

    public long revision() {
        return revision;
    }
}
