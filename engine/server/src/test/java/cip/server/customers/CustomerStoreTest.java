package cip.server.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.customer.Attribute;
import cip.core.customer.Attribute.Role;
import cip.core.customer.Attribute.Type;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.Transaction;
import cip.core.error.EngineException;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class CustomerStoreTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Set<String> ALL = Set.of("name", "age", "member", "since");
    private static final CustomerSchema SCHEMA = new CustomerSchema(List.of(
            attribute("user_id", Type.TEXT, Role.IDENTIFIER),
            attribute("name", Type.TEXT, Role.NAME),
            attribute("age", Type.WHOLE_NUMBER, Role.FACT),
            attribute("member", Type.YES_NO, Role.FACT),
            attribute("since", Type.DATE, Role.SIGNUP_DATE)));

    private final Database database;
    private final TransactionStore transactions = new TransactionStore();
    private final CustomerStore customers;
    private final CustomerUpdateStore updates = new CustomerUpdateStore(SCHEMA);
    private final CustomerSearchStore search;

    CustomerStoreTest(Database database) {
        this.database = database;
        this.customers = new CustomerStore(database, SCHEMA, transactions);
        this.search = new CustomerSearchStore(database);
    }

    private static Attribute attribute(String name, Type type, Role role) {
        return new Attribute(name, name, type, "", null, null, List.of(), role, false, false, false);
    }

    @BeforeEach
    void emptyTheTables() {
        database.execute(handle -> {
            handle.execute("delete from customer_transaction");
            handle.execute("delete from customer");
        });
    }

    private SavedRows save(CustomerUpdate... batch) {
        return database.write(handle -> updates.save(handle, List.of(batch), NOW));
    }

    private SavedRows buy(CustomerTransaction... rows) {
        return database.write(handle -> transactions.save(handle, List.of(rows)));
    }

    private long createUnknown(Set<CustomerId> ids) {
        return database.write(handle -> updates.createUnknown(handle, ids, NOW));
    }

    private static CustomerUpdate customer(String id, Object... namesAndValues) {
        Map<String, Object> values = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new CustomerUpdate(new CustomerId(id), values, ALL);
    }

    private static CustomerTransaction purchase(String id, String reference, String at, double amount) {
        return new CustomerTransaction(
                new CustomerId(id), new Transaction(reference, Instant.parse(at), amount, "web"));
    }

    @Test
    void attributesComeBackAsTheyWereSaved() {
        Map<String, Object> values = Map.of(
                "name",
                "Zoë \"Z\" O'Neil \uD83D\uDE00",
                "age",
                41.0,
                "member",
                true,
                "since",
                LocalDate.of(2020, 2, 29));
        save(new CustomerUpdate(new CustomerId("00042"), values, ALL));
        CustomerRecord found = customers.find(new CustomerId("00042"), NOW).orElseThrow();
        assertThat(found.attributes()).isEqualTo(values);
        assertThat(customers.find(new CustomerId("42"), NOW)).isEmpty();
    }

    @Test
    void savingAgainChangesNothingAndSaysSo() {
        CustomerUpdate one = customer("1", "age", 30.0);
        assertThat(save(one, customer("2", "age", 31.0))).isEqualTo(new SavedRows(2, 0, 0));
        assertThat(save(one, customer("2", "age", 32.0), customer("3"))).isEqualTo(new SavedRows(1, 1, 1));
        assertThat(customers.count()).isEqualTo(3);
    }

    @Test
    void comparingSaysWhatSavingWouldDoAndDoesNothing() {
        save(customer("1", "age", 30.0), customer("2", "age", 31.0));
        List<CustomerUpdate> batch = List.of(customer("1", "age", 30.0), customer("2", "age", 9.0), customer("3"));
        SavedRows would = database.read(handle -> updates.compare(handle, batch));
        assertThat(would).isEqualTo(new SavedRows(1, 1, 1));
        assertThat(customers.count()).isEqualTo(2);
    }

    @Test
    void attributesAnImportDoesNotKnowStayAndThoseItKnowsAreCleared() {
        save(customer("1", "age", 30.0, "name", "Ann", "member", true));
        save(new CustomerUpdate(new CustomerId("1"), Map.of("name", "Anna"), Set.of("name", "member")));
        assertThat(customers.find(new CustomerId("1"), NOW).orElseThrow().attributes())
                .isEqualTo(Map.of("age", 30.0, "name", "Anna"));
    }

    @Test
    void transactionsAreStoredOnceByCustomerAndReference() {
        save(customer("1"), customer("2"));
        CustomerTransaction first = purchase("1", "A", "2026-01-01T00:00:00.123456Z", 10);
        assertThat(buy(first, purchase("2", "A", "2026-01-02T00:00:00Z", 20))).isEqualTo(new SavedRows(2, 0, 0));
        assertThat(buy(
                        first,
                        purchase("2", "A", "2026-01-02T00:00:00Z", 21),
                        purchase("2", "B", "2026-01-02T00:00:00Z", 5)))
                .isEqualTo(new SavedRows(1, 1, 1));
    }

    @Test
    void pagesHoldEveryCustomerOnceInOrderWithTheirPurchases() {
        List<CustomerUpdate> batch = new ArrayList<>();
        List<CustomerTransaction> bought = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            batch.add(customer(String.format("c%02d", i), "age", (double) i));
            for (int n = 0; n < i % 3; n++) {
                bought.add(purchase(String.format("c%02d", i), "r" + n, "2026-01-0" + (n + 1) + "T10:00:00Z", 10));
            }
        }
        save(batch.toArray(CustomerUpdate[]::new));
        buy(bought.toArray(CustomerTransaction[]::new));
        List<CustomerRecord> all = new ArrayList<>();
        Optional<CustomerId> after = Optional.empty();
        for (List<CustomerRecord> page = customers.page(after, 7, NOW); !page.isEmpty(); ) {
            assertThat(page.size()).isLessThanOrEqualTo(7);
            all.addAll(page);
            after = Optional.of(page.get(page.size() - 1).id());
            page = customers.page(after, 7, NOW);
        }
        assertThat(all).extracting(CustomerRecord::id).isSorted().hasSize(25);
        for (int i = 0; i < 25; i++) {
            assertThat(all.get(i).purchases().grossAmount()).isEqualTo(10.0 * (i % 3));
            assertThat(all.get(i))
                    .isEqualTo(customers.find(all.get(i).id(), NOW).orElseThrow());
        }
    }

    @Test
    void purchasesAfterTheInstantAreNotSeen() {
        save(customer("1"));
        buy(purchase("1", "A", "2026-01-01T00:00:00Z", 10), purchase("1", "B", "2026-03-01T00:00:00Z", 20));
        Instant between = Instant.parse("2026-02-01T00:00:00Z");
        assertThat(customers
                        .page(Optional.empty(), 10, between)
                        .get(0)
                        .purchases()
                        .grossAmount())
                .isEqualTo(10);
        assertThat(customers
                        .find(new CustomerId("1"), between)
                        .orElseThrow()
                        .purchases()
                        .grossAmount())
                .isEqualTo(10);
    }

    @Test
    void theLastTwentyTransactionsAreShownNewestFirst() {
        save(customer("1"));
        List<CustomerTransaction> rows = new ArrayList<>();
        for (int day = 1; day <= 25; day++) {
            rows.add(purchase("1", "r" + day, String.format("2026-01-%02dT00:00:00Z", day), day));
        }
        buy(rows.toArray(CustomerTransaction[]::new));
        StoredCustomer details = customers.details(new CustomerId("1"), NOW).orElseThrow();
        assertThat(details.latest()).hasSize(20).first().isEqualTo(rows.get(24).transaction());
        assertThat(details.importedAt()).isEqualTo(NOW);
    }

    @Test
    void unknownCustomersAreCreatedOnce() {
        save(customer("1", "age", 30.0));
        Set<CustomerId> ids = Set.of(new CustomerId("1"), new CustomerId("2"));
        assertThat(createUnknown(ids)).isEqualTo(1);
        assertThat(createUnknown(ids)).isZero();
        assertThat(customers.find(new CustomerId("1"), NOW).orElseThrow().attributes())
                .isEqualTo(Map.of("age", 30.0));
    }

    @Test
    void searchFindsByIdNameAndSurnameWhateverTheCaseAndAccents() {
        save(
                customer("AB-17", "name", "Zoë Müller"),
                customer("zo2", "name", "Ann Lee"),
                customer("3", "name", "Bea Zorn"),
                customer("4", "name", "100% Real_Name"));
        assertThat(search.search("ZO", 10)).extracting(hit -> hit.id().value()).containsExactly("zo2", "AB-17", "3");
        assertThat(search.search("muller", 10)).extracting(CustomerHit::name).containsExactly("Zoë Müller");
        assertThat(search.search("ab-", 10)).hasSize(1);
        assertThat(search.search("%", 10)).isEmpty();
        assertThat(search.search("100% real_", 10)).hasSize(1);
        assertThat(search.search("' or '1'='1", 10)).isEmpty();
        assertThat(search.search("zo", 2)).hasSize(2);
    }

    @Test
    void aSearchIsReadPageByPageEachCustomerOnce() {
        save(
                customer("zo1", "name", "Zoe Zorn"),
                customer("ZO1b", "name", "Cid"),
                customer("2", "name", "Zoe"),
                customer("3", "name", "Zoe"),
                customer("4", "name", "Bea Zorn"));
        List<SearchHit.Place> everywhere = List.of(SearchHit.Place.values());
        List<String> read = new ArrayList<>();
        SearchHit.After after = null;
        for (List<SearchHit> page = search.search("zo", everywhere, null, 2);
                !page.isEmpty();
                page = search.search("zo", everywhere, after, 2)) {
            page.forEach(hit -> read.add(hit.customer().id().value()));
            after = SearchHit.After.of(page.get(page.size() - 1).cursor());
        }
        assertThat(read).containsExactly("zo1", "ZO1b", "2", "3", "4");
        assertThatThrownBy(() -> SearchHit.After.of("7"))
                .isInstanceOfSatisfying(EngineException.class, refused -> assertThat(refused.field())
                        .contains("cursor"));
    }

    @Test
    void listsAreReadPageByPageInBothDirections() {
        save(customer("1", "name", "Cid"), customer("2", "name", "ann"), customer("3", "name", "Bob"), customer("4"));
        assertThat(walk(false, false)).containsExactly("1", "2", "3", "4");
        assertThat(walk(false, true)).containsExactly("4", "3", "2", "1");
        assertThat(walk(true, false)).containsExactly("4", "2", "3", "1");
        assertThat(walk(true, true)).containsExactly("1", "3", "2", "4");
    }

    private List<String> walk(boolean byName, boolean descending) {
        List<String> ids = new ArrayList<>();
        Optional<CustomerId> after = Optional.empty();
        while (true) {
            List<CustomerHit> page = byName ? search.byName(after, descending, 3) : search.byId(after, descending, 3);
            if (page.isEmpty()) {
                return ids;
            }
            page.forEach(hit -> ids.add(hit.id().value()));
            after = Optional.of(page.get(page.size() - 1).id());
        }
    }
}
