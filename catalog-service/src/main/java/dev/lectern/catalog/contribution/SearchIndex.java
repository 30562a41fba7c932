package dev.lectern.catalog.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;

/**
 * Finds contributions by words: in the title, the names of presenters and authors and the abstract, whatever their
 * accents; by the beginning of a word, and in title and names also where a letter is wrong.
 */
@ApplicationScoped
class SearchIndex {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** More say no more, and each is a look into three indexes. */
    private static final int MOST_WORDS = 10;

    /** In a shorter word a wrong letter makes too many others of it. */
    private static final int SHORTEST_WITH_TYPO = 5;

    /**
     * One wrong letter among six leaves about half of the trigrams; pg_trgm's own 0.6 asks for more. The planner takes
     * these conditions to find more than they do, and comparing letters to cost less.
     */
    private static final String SETTINGS = """
            select set_config('pg_trgm.word_similarity_threshold', '0.5', true), set_config('enable_seqscan', 'off', true)""";

    private static final String OF_STATE =
            "select id from contribution where conference_id = :conference and state = :state";
    private static final String OF_PRESENTER = "select id from contribution where presenters @> array[:presenter]";
    private static final String WORD_QUERY = "to_tsquery('simple', quote_literal(fold(:word#)) || ':*')";
    private static final String IN_TEXT = "s.document @@ " + WORD_QUERY;

    private final Session session;

    SearchIndex(Session session) {
        this.session = session;
    }

    /** Takes what has been written of these contributions; one that is deleted is not found any more. */
    void update(Collection<UUID> contributions) {
        if (contributions.isEmpty()) {
            return;
        }
        session.flush();
        var ids = contributions.toArray(UUID[]::new);
        session.createNativeMutationQuery("delete from contribution_search where contribution_id = any(?1)")
                .setParameter(1, ids)
                .executeUpdate();
        session.createNativeMutationQuery(
                        "insert into contribution_search select * from searched_contribution where contribution_id = any(?1)")
                .setParameter(1, ids)
                .executeUpdate();
    }

    /**
     * The best first: all words of the query are in each.
     *
     * @param skip how many of the best are left out
     */
    List<Contribution> find(UUID conference, String query, String state, UUID presenter, long skip, int limit) {
        var words = words(query);
        if (words.isEmpty()) {
            return List.of();
        }
        var asked = new Asked(conference, words, state, presenter);
        var found = run(asked, false, skip, limit);
        var isThere = !found.isEmpty() || (skip > 0 && !run(asked, false, 0, 1).isEmpty());
        return isThere ? found : run(asked, true, skip, limit);
    }

    private record Asked(UUID conference, List<String> words, String state, UUID presenter) {}

    /**
     * Wrong letters are looked for only where nothing is found without: comparing letters takes longer than all else.
     */
    private List<Contribution> run(Asked asked, boolean withTypos, long skip, int limit) {
        session.createNativeQuery(SETTINGS, Tuple.class).getSingleResult();
        var query = session.createNativeQuery(sql(asked, withTypos), Contribution.class)
                .setParameter("conference", asked.conference())
                .setParameter("limit", limit)
                .setParameter("skip", skip);
        if (asked.state() != null) {
            query.setParameter("state", asked.state());
        }
        if (asked.presenter() != null) {
            query.setParameter("presenter", asked.presenter());
        }
        for (var i = 0; i < asked.words().size(); i++) {
            query.setParameter("word" + i, asked.words().get(i));
        }
        return query.getResultList();
    }

    private static List<String> words(String query) {
        return NO_WORD.splitAsStream(Normalizer.normalize(query, Normalizer.Form.NFKC))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** One condition for each word, so that the indexes answer them. Only the best are read whole. */
    private static String sql(Asked asked, boolean withTypos) {
        return """
                select c.* from (
                    select s.contribution_id, s.number, %s as score from contribution_search s
                    where s.conference_id = :conference and %s %s %s
                    order by score desc, s.number limit :limit offset :skip) best
                join contribution c on c.id = best.contribution_id
                order by best.score desc, best.number""".formatted(
                        join(asked.words(), " + ", SearchIndex::score),
                        join(asked.words(), " and ", word -> condition(word, withTypos)),
                        asked.state() == null ? "" : "and s.contribution_id in (" + OF_STATE + ")",
                        asked.presenter() == null ? "" : "and s.contribution_id in (" + OF_PRESENTER + ")");
    }

    private static String condition(String word, boolean withTypos) {
        var asPart = "s.words like '%' || fold(:word#) || '%'";
        var withTypo = withTypos && word.length() >= SHORTEST_WITH_TYPO ? " or fold(:word#) <% s.words" : "";
        return "(" + IN_TEXT + " or " + asPart + withTypo + ")";
    }

    /** Letters are only compared where the word itself is not there: that takes longer than all else. */
    private static String score(String word) {
        return "case when " + IN_TEXT + " then ts_rank(s.document, " + WORD_QUERY
                + ") else word_similarity(fold(:word#), s.words) * 0.1 end";
    }

    private static String join(List<String> words, String operator, UnaryOperator<String> part) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> part.apply(words.get(i)).replace("#", String.valueOf(i)))
                .collect(Collectors.joining(operator));
    }
}
