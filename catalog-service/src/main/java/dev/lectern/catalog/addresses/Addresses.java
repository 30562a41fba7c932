package dev.lectern.catalog.addresses;

import dev.lectern.catalog.addresses.AddressReport.Addressed;
import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.catalog.presenter.Presenters;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Gives presenters the addresses of a file, all or none of them. */
@ApplicationScoped
class Addresses {

    private final Presenters presenters;

    Addresses(Presenters presenters) {
        this.presenters = presenters;
    }

    @Transactional(TxType.MANDATORY)
    AddressReport apply(UUID conference, AddressFile file) {
        var addressed = new ArrayList<Addressed>();
        found(conference, file).forEach((row, presenter) -> {
            var updated = presenter.reachAt(row.email());
            addressed.add(Addressed.of(row, presenter, updated));
            if (updated) {
                presenters.publish(presenter);
            }
        });
        return AddressReport.of(file, addressed);
    }

    /** Whom the rows name, in their order. */
    private Map<AddressRow, Presenter> found(UUID conference, AddressFile file) {
        var directory = new Directory(Presenter.ofConference(conference), Contribution.byNumber(conference));
        var found = new LinkedHashMap<AddressRow, Presenter>();
        var first = new HashMap<Presenter, AddressRow>();
        var faults = new ArrayList<Fault>();
        for (var row : file.rows()) {
            if (!row.isSkipped()) {
                try {
                    var presenter = directory.find(row);
                    check(row, first.computeIfAbsent(presenter, unseen -> row));
                    found.put(row, presenter);
                } catch (Refused e) {
                    faults.addAll(e.errors());
                }
            }
        }
        if (!faults.isEmpty()) {
            throw Refused.invalidFile(faults);
        }
        return found;
    }

    private void check(AddressRow row, AddressRow first) {
        if (!row.email().equals(first.email())) {
            throw row.refused("Line " + first.line() + " gives this presenter another address");
        }
        var faults = presenters.faults(row.email());
        if (!faults.isEmpty()) {
            throw row.refused(String.join("; ", faults));
        }
    }
}
