package dev.lectern.catalog.presenter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What files call someone who was merged into another presenter: an id, a name, or both. */
@Entity
public class PresenterAlias extends PanacheEntityBase {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private UUID presenterId;
    private String source;
    private String externalId;

    @JdbcTypeCode(SqlTypes.JSON)
    private PersonName imported;

    protected PresenterAlias() {}

    PresenterAlias(Presenter presenter, ImportedPerson.Said said) {
        this.id = UUID.randomUUID();
        this.conferenceId = presenter.conferenceId();
        this.presenterId = presenter.id();
        this.source = said.source();
        this.externalId = said.id();
        this.imported = said.name();
    }

    public static List<PresenterAlias> ofConference(UUID conferenceId) {
        return list("conferenceId", conferenceId);
    }

    /** Whom a presenter was known as before goes on with them. */
    static void follow(UUID merged, UUID into) {
        update("presenterId = ?1 where presenterId = ?2", into, merged);
    }

    /** Who that is today. */
    public UUID presenter() {
        return presenterId;
    }

    /** What files of this origin call them; null where they tell people by their names only. */
    public String externalId(Origin origin) {
        return origin.isOf(source) ? externalId : null;
    }

    /** Null where no file has named them. */
    public PersonName imported() {
        return imported;
    }
}
