package io.quantumlayer.blueprints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an entity becomes a noun that is safe in a path, a class name and a sentence. */
final class ResourceNounTest {
    @ParameterizedTest
    @CsvSource({
        "todo, todo, todos, Todo",
        "Todo, todo, todos, Todo",
        "shopping list, shopping-list, shopping-lists, ShoppingList",
        "action_item, action-item, action-items, ActionItem",
        "category, category, categories, Category",
        "survey, survey, surveys, Survey",
        "box, box, boxes, Box",
        "branch, branch, branches, Branch",
        "address, address, addresses, Address",
        "analysis, analysis, analyses, Analysis",
        "person, person, people, Person",
        "bookshelf, bookshelf, bookshelves, Bookshelf",
        "wife, wife, wives, Wife",
        "hero, hero, heroes, Hero",
        "photo, photo, photos, Photo",
        "sheep, sheep, sheep, Sheep",
        "quiz, quiz, quizzes, Quiz"
    })
    void nounsKnowTheirPluralAndClass(String entity, String singular, String plural, String prefix) {
        assertThat(ResourceNoun.of(entity)).hasValueSatisfying(noun -> {
            assertThat(noun).isEqualTo(new ResourceNoun(singular, plural));
            assertThat(noun.classPrefix()).isEqualTo(prefix);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../x", "caf\u00e9", "a/b", "9 lives", "x\"y", "{{x}}", "todo\n\nx"})
    void whatIsNoPlainNounIsNone(String entity) {
        assertThat(ResourceNoun.of(entity)).isEmpty();
    }

    @Test
    void aNounWhosePluralWouldBeTooLongIsNone() {
        assertThat(ResourceNoun.of("a".repeat(39))).isPresent();
        assertThat(ResourceNoun.of("a".repeat(40))).isEmpty();
    }
}
