package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.catalog.presenter.PresenterDirectory;
import dev.lectern.chassis.http.MergePatch;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Faults;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Patches many contributions of a conference at once, or none. */
@ApplicationScoped
class Patching {

    private record Patched(Contribution contribution, Content content, Needs needs) {}

    private final Contributions contributions;
    private final MergePatch mergePatch;

    Patching(Contributions contributions, MergePatch mergePatch) {
        this.contributions = contributions;
        this.mergePatch = mergePatch;
    }

    /** Read once for all patches, and only where one names a presenter otherwise than by id. */
    private static final class Lazy implements Supplier<PresenterDirectory> {

        private final UUID conference;
        private PresenterDirectory directory;

        Lazy(UUID conference) {
            this.conference = conference;
        }

        @Override
        public PresenterDirectory get() {
            if (directory == null) {
                directory = new PresenterDirectory(Presenter.ofConference(conference));
            }
            return directory;
        }
    }

    /**
     * Returns all of them, in the order of the request. The conference is locked by the caller.
     *
     * @throws Refused 400 with everything that is wrong with any of them
     */
    List<Contribution> apply(UUID conference, ManyPatches request, Edit edit) {
        var all = read(conference, request.contributions());
        var changed = all.stream()
                .filter(patched -> patched.contribution().replace(patched.content(), patched.needs(), edit))
                .map(Patched::contribution)
                .toList();
        contributions.publish(changed, edit);
        return all.stream().map(Patched::contribution).toList();
    }

    private List<Patched> read(UUID conference, List<ObjectNode> patches) {
        var faults = new Faults();
        var numbers = new HashSet<Integer>();
        var directory = new Lazy(conference);
        var all = IntStream.range(0, patches.size())
                .mapToObj(i ->
                        faults.in("/contributions/" + i, () -> read(conference, patches.get(i), numbers, directory)))
                .flatMap(Optional::stream)
                .toList();
        faults.refuseIfAny();
        return all;
    }

    private Patched read(
            UUID conference, ObjectNode patch, Set<Integer> numbers, Supplier<PresenterDirectory> directory)
            throws JsonProcessingException {
        for (var member : List.of("comment", "internalComment", "announce")) {
            if (patch.has(member)) {
                throw Refused.invalid(Fault.at("/" + member, "This is said once, for all contributions"));
            }
        }
        var number = patch.path("number").asInt();
        var contribution = Contribution.numbered(conference, number)
                .orElseThrow(
                        () -> Refused.invalid(Fault.at("/number", "This conference has no contribution " + number)));
        if (!numbers.add(number)) {
            throw Refused.invalid(Fault.at("/number", "This contribution is named twice"));
        }
        var body = mergePatch.apply(ContributionBody.of(contribution), patch, ContributionBody.class);
        return new Patched(contribution, body.content(conference, directory), body.needs());
    }
}
