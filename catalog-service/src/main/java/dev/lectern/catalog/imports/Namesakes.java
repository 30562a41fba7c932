package dev.lectern.catalog.imports;

import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.formats.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds presenters whose names could be another spelling: with other marks, in another order, with initials. */
final class Namesakes {

    /**
     * Per word, and so the most that one name is compared with for each of its words: a doubt less is better than an
     * import that does not end.
     */
    private static final int MOST = 100;

    private final Map<String, List<Presenter>> byWord = new HashMap<>();

    Namesakes(Collection<Presenter> presenters) {
        presenters.forEach(this::add);
    }

    void add(Presenter presenter) {
        for (var key : keys(presenter.name().displayed())) {
            var others = byWord.computeIfAbsent(key, any -> new ArrayList<>());
            if (others.size() < MOST) {
                others.add(presenter);
            }
        }
    }

    /** The first one who could be meant by a name that is written otherwise. */
    Optional<Presenter> alike(String name) {
        return keys(name).stream()
                .flatMap(key -> byWord.getOrDefault(key, List.of()).stream())
                .filter(presenter -> !presenter.name().displayed().equals(name)
                        && Likeness.areSpellingsOfOneName(presenter.name().displayed(), name))
                .findFirst();
    }

    /** Each word that is more than an initial, beside all initials: both are the same in two spellings of one name. */
    private static List<String> keys(String name) {
        var words = Likeness.words(name);
        var initials = words.stream().map(word -> word.substring(0, 1)).sorted().collect(Collectors.joining());
        return words.stream()
                .filter(word -> word.length() > 1)
                .distinct()
                .map(word -> word + " " + initials)
                .toList();
    }
}
