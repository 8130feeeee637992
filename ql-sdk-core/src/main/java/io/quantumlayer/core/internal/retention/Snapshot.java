package io.quantumlayer.core.internal.retention;

import io.quantumlayer.api.evidence.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a repository holds, as far as tags lead to it. An index owns what it holds; an image owns what refers to it and
 * what lies under a tag made of its digest. Filled by {@link SnapshotReader}, and only read afterwards.
 */
final class Snapshot {
    private static final Pattern COMPANION = Pattern.compile("sha256-([0-9a-f]{64})(\\..+)?");
    private static final SortedSet<Digest> NONE = Collections.unmodifiableSortedSet(new TreeSet<>());

    private final Map<Digest, ManifestNode> nodes = new TreeMap<>();
    private final Map<Digest, SortedSet<String>> tags = new TreeMap<>();
    private final Map<Digest, SortedSet<Digest>> owned = new TreeMap<>();
    private final Map<Digest, SortedSet<Digest>> owners = new TreeMap<>();

    /** Returns the digest that a tag is made of: the tag of a signature, an attestation or a list of referrers. */
    static Optional<Digest> subjectOf(String tag) {
        Matcher matcher = COMPANION.matcher(tag);
        return matcher.matches() ? Optional.of(new Digest(matcher.group(1))) : Optional.empty();
    }

    void add(ManifestNode node) {
        nodes.put(node.digest(), node);
    }

    void tag(String tag, Digest digest) {
        tags.computeIfAbsent(digest, d -> new TreeSet<>()).add(tag);
    }

    void own(Digest owner, Digest thing) {
        owned.computeIfAbsent(owner, d -> new TreeSet<>()).add(thing);
        owners.computeIfAbsent(thing, d -> new TreeSet<>()).add(owner);
    }

    /** Returns what is there. */
    Collection<ManifestNode> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    Optional<ManifestNode> node(Digest digest) {
        return Optional.ofNullable(nodes.get(digest));
    }

    boolean has(Digest digest) {
        return nodes.containsKey(digest);
    }

    List<String> tags(Digest digest) {
        SortedSet<String> found = tags.get(digest);
        return found == null ? List.of() : List.copyOf(found);
    }

    /** Says whether it has a tag of its own. */
    boolean isTagged(Digest digest) {
        return tags(digest).stream().anyMatch(tag -> subjectOf(tag).isEmpty());
    }

    /** Says whether it says something about another manifest: by its subject, or by its tags alone. */
    boolean isAccessory(ManifestNode node) {
        boolean byTag = !isTagged(node.digest()) && !tags(node.digest()).isEmpty();
        return node.subject().isPresent() || byTag;
    }

    /** Returns what goes with a manifest and is there. */
    List<Digest> owned(Digest owner) {
        return present(owned.getOrDefault(owner, NONE));
    }

    /** Returns what a manifest goes with and is there. */
    List<Digest> owners(Digest thing) {
        return present(owners.getOrDefault(thing, NONE));
    }

    /** Returns the indexes that hold a manifest. */
    List<Digest> indexes(Digest child) {
        return owners(child).stream()
                .filter(owner ->
                        node(owner).filter(n -> n.children().contains(child)).isPresent())
                .toList();
    }

    /** Returns what must stay where a manifest stays: what it owns, and what it refers to. */
    List<Digest> needs(Digest digest) {
        List<Digest> needs = new ArrayList<>(owned(digest));
        node(digest).flatMap(ManifestNode::subject).filter(this::has).ifPresent(needs::add);
        return needs;
    }

    private List<Digest> present(Collection<Digest> digests) {
        return digests.stream().filter(this::has).toList();
    }
}
