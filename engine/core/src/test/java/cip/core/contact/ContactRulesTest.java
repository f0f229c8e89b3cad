package cip.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Amount;
import cip.core.action.Channel;
import cip.core.contact.ContactLimit.Counts;
import cip.core.customer.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContactRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T15:00:00Z");
    private static final Action VOUCHER = action("voucher", Action.Kind.OFFER, "EMAIL");
    private static final Action REMINDER = action("reminder", Action.Kind.RETENTION, "EMAIL");
    private static final Action CALL = action("call", Action.Kind.RETENTION, "PHONE");
    private static final Action RECEIPT = action("receipt", Action.Kind.SERVICE, "EMAIL");
    private static final Action WINDOW = action("window", Action.Kind.SERVICE, "SHOP");
    private static final ActionCatalogue CATALOGUE = new ActionCatalogue(
            List.of(
                    new Channel("EMAIL", "E-mail", "", 1),
                    new Channel("PHONE", "Phone", "", 1),
                    new Channel("SHOP", "Web shop", "", 1)),
            List.of(VOUCHER, REMINDER, CALL, RECEIPT, WINDOW),
            "window");
    private static final ContactLimit TWO_MAILS =
            new ContactLimit("mails", Counts.TOGETHER, 2, 7, List.of("EMAIL"), List.of(), List.of());
    private static final ContactLimit QUIET =
            new ContactLimit("quiet", Counts.EACH_ACTION, 1, 14, List.of(), List.of(), List.of());

    @Test
    void theSecondMailInSevenDaysIsTheLastOne() {
        ContactRules rules = rules(TWO_MAILS);
        List<Contact> contacts = List.of(mail("reminder", 1), mail("receipt", 5), mail("voucher", 40));

        Reached reached = Objects.requireNonNull(rules.forbids(VOUCHER, contacts, NOW));

        assertThat(reached.freeOn()).isEqualTo(LocalDate.parse("2026-11-29"));
        assertThat(reached.sentence(rules.words()))
                .isEqualTo(
                        "Contacted twice by e-mail in the last 7 days, of at most 2; free again on 29 November 2026.");
        assertThat(rules.forbids(CALL, contacts, NOW)).isNull();
        assertThat(rules.forbids(VOUCHER, contacts.subList(0, 1), NOW)).isNull();
    }

    @Test
    void anActionIsFreeOnTheDayItSaysAndNotBefore() {
        ContactRules rules = rules(TWO_MAILS);
        List<Contact> contacts = List.of(mail("reminder", 1), mail("reminder", 2), mail("receipt", 5));

        LocalDate free =
                Objects.requireNonNull(rules.forbids(VOUCHER, contacts, NOW)).freeOn();

        Instant midnight = free.atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(rules.forbids(VOUCHER, contacts, midnight)).isNull();
        assertThat(rules.forbids(VOUCHER, contacts, midnight.minusMillis(1))).isNotNull();
    }

    @Test
    void theSameActionStaysQuietAndOthersDoNot() {
        ContactRules rules = rules(QUIET);
        List<Contact> contacts = List.of(mail("voucher", 3));

        assertThat(Objects.requireNonNull(rules.forbids(VOUCHER, contacts, NOW)).sentence(rules.words()))
                .isEqualTo("Contacted once with this action in the last 14 days, of at most 1;"
                        + " free again on 8 December 2026.");
        assertThat(rules.forbids(REMINDER, contacts, NOW)).isNull();
    }

    @Test
    void theLimitThatLastsLongestIsTheReason() {
        ContactRules rules = rules(TWO_MAILS, QUIET);
        List<Contact> contacts = List.of(mail("voucher", 3), mail("receipt", 2));

        assertThat(Objects.requireNonNull(rules.forbids(VOUCHER, contacts, NOW)).limit())
                .isEqualTo(QUIET);
        assertThat(Objects.requireNonNull(rules.forbids(REMINDER, contacts, NOW))
                        .limit())
                .isEqualTo(TWO_MAILS);
    }

    @Test
    void anExemptActionIsNeitherHeldBackNorCounted() {
        ContactRules rules = new ContactRules(new ContactPolicy(List.of(TWO_MAILS), List.of("receipt")), CATALOGUE);
        List<Contact> receipts = List.of(mail("receipt", 1), mail("receipt", 2), mail("reminder", 3));

        assertThat(rules.forbids(VOUCHER, receipts, NOW)).isNull();
        assertThat(rules.forbids(RECEIPT, List.of(mail("voucher", 1), mail("voucher", 2)), NOW))
                .isNull();
    }

    @Test
    void theFallbackIsCountedAndNeverHeldBack() {
        ContactLimit any = new ContactLimit("any", Counts.TOGETHER, 1, 7, List.of(), List.of(), List.of());
        List<Contact> contacts = List.of(new Contact("window", "SHOP", NOW.minusSeconds(60)));

        assertThat(rules(any).forbids(WINDOW, contacts, NOW)).isNull();
        assertThat(rules(any).forbids(CALL, contacts, NOW)).isNotNull();
    }

    @Test
    void contactsAfterTheInstantCountNothing() {
        assertThat(rules(QUIET).forbids(VOUCHER, List.of(mail("voucher", -1)), NOW))
                .isNull();
        assertThat(rules(QUIET).forbids(VOUCHER, List.of(new Contact("voucher", "EMAIL", NOW.plusSeconds(1))), NOW))
                .isNull();
    }

    @Test
    void contactsWithNoneOfOurActionsCountByTheirChannel() {
        List<Contact> newsletters = List.of(mail("", 1), mail("gone", 2));
        ContactLimit offers = new ContactLimit(
                "offers", Counts.TOGETHER, 1, 7, List.of("EMAIL"), List.of(Action.Kind.OFFER), List.of());

        assertThat(rules(TWO_MAILS).forbids(VOUCHER, newsletters, NOW)).isNotNull();
        assertThat(rules(offers).forbids(VOUCHER, newsletters, NOW)).isNull();
    }

    @Test
    void limitsSpeakInTheLabelsOfTheCatalogue() {
        LimitWords words = new LimitWords(CATALOGUE);
        ContactLimit calls = new ContactLimit(
                "calls",
                Counts.TOGETHER,
                1,
                30,
                List.of("PHONE", "EMAIL"),
                List.of(Action.Kind.OFFER, Action.Kind.RETENTION),
                List.of());

        assertThat(words.sentence(TWO_MAILS)).isEqualTo("At most 2 contacts by e-mail in 7 days.");
        assertThat(words.sentence(QUIET)).isEqualTo("The same action at most once in 14 days.");
        assertThat(words.sentence(calls))
                .isEqualTo("At most 1 contact by phone or e-mail for offers or retention in 30 days.");
    }

    @Test
    void columnsHoldBackWhomOneByOneIsHeldBackAndAStricterLimitNobodyLess() {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Contact>> customers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            List<Contact> contacts = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                String action =
                        List.of("voucher", "reminder", "call", "receipt", "").get(random.nextInt(5));
                String channel = List.of("EMAIL", "PHONE", "FAX").get(random.nextInt(3));
                contacts.add(new Contact(action, channel, NOW.minus(random.nextInt(-24, 24 * 30), ChronoUnit.HOURS)));
            }
            customers.add(contacts);
        }
        ContactColumns.Builder builder = ContactColumns.builder(NOW);
        customers.forEach(builder::add);
        ContactColumns.Rows page = builder.build().rows(100, 480);
        ContactLimit oneMail = new ContactLimit("mails", Counts.TOGETHER, 1, 7, List.of("EMAIL"), List.of(), List.of());
        ContactRules rules =
                new ContactRules(new ContactPolicy(List.of(TWO_MAILS, QUIET), List.of("receipt")), CATALOGUE);
        ContactRules stricter =
                new ContactRules(new ContactPolicy(List.of(oneMail, QUIET), List.of("receipt")), CATALOGUE);
        Suppressions suppressions = new Suppressions(rules, page);

        for (Action action : CATALOGUE.actions()) {
            for (int row = 100; row < 480; row++) {
                boolean forbidden = rules.forbids(action, customers.get(row), NOW) != null;
                assertThat(suppressions.of(action).get(row - 100))
                        .as("%s of row %s, seed %s", action.id(), row, seed)
                        .isEqualTo(forbidden);
                if (forbidden) {
                    assertThat(stricter.forbids(action, customers.get(row), NOW))
                            .isNotNull();
                }
            }
        }
        assertThat(suppressions.of(VOUCHER).cardinality()).isBetween(20, 360);
    }

    private static ContactRules rules(ContactLimit... limits) {
        return new ContactRules(new ContactPolicy(List.of(limits), List.of()), CATALOGUE);
    }

    private static Contact mail(String action, int daysAgo) {
        return new Contact(action, "EMAIL", NOW.minus(daysAgo, ChronoUnit.DAYS));
    }

    private static Action action(String id, Action.Kind kind, String channel) {
        return new Action(id, id, "", kind, channel, 1, Amount.of(0.1), Amount.of(10), 1, 1, 30);
    }
}
