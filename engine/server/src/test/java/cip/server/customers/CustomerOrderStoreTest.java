package cip.server.customers;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.Attribute;
import cip.core.customer.Attribute.Role;
import cip.core.customer.Attribute.Type;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.customer.Transaction;
import cip.server.store.Database;
import cip.server.store.OnEveryDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids and names of all of Unicode come in the order of their code points from either database, which is Java's too. */
@OnEveryDatabase
class CustomerOrderStoreTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final List<String> IN_ORDER = List.of("00", "Z", "z", "é", "\uE0001", "\uFFFD1", "😀2", "😁");
    private static final CustomerSchema SCHEMA = new CustomerSchema(List.of(
            new Attribute("id", "id", Type.TEXT, "", null, null, List.of(), Role.IDENTIFIER, false, false, false),
            new Attribute("name", "name", Type.TEXT, "", null, null, List.of(), Role.NAME, false, false, false)));

    private final Database database;
    private final TransactionStore transactions = new TransactionStore();
    private final CustomerStore customers;
    private final CustomerUpdateStore updates = new CustomerUpdateStore(SCHEMA);
    private final CustomerSearchStore search;

    CustomerOrderStoreTest(Database database) {
        this.database = database;
        this.customers = new CustomerStore(database, SCHEMA, transactions);
        this.search = new CustomerSearchStore(database);
    }

    @BeforeEach
    void saveCustomers() {
        database.execute(handle -> {
            handle.execute("delete from customer_transaction");
            handle.execute("delete from customer");
            List<CustomerUpdate> all = new ArrayList<>();
            List<CustomerTransaction> bought = new ArrayList<>();
            for (String id : IN_ORDER) {
                all.add(new CustomerUpdate(new CustomerId(id), Map.of("name", "n" + id), Set.of("name")));
                bought.add(new CustomerTransaction(new CustomerId(id), new Transaction("r", NOW, id.length(), "web")));
            }
            Collections.reverse(all);
            updates.save(handle, all, NOW);
            assertThat(transactions.save(handle, bought)).isEqualTo(new SavedRows(IN_ORDER.size(), 0, 0));
            assertThat(transactions.save(handle, bought)).isEqualTo(new SavedRows(0, 0, IN_ORDER.size()));
        });
    }

    @Test
    void pagesOfCustomersComeInJavasOrderWithTheirOwnPurchases() {
        List<CustomerRecord> all = new ArrayList<>();
        for (List<CustomerRecord> page = customers.page(Optional.empty(), 3, NOW); !page.isEmpty(); ) {
            all.addAll(page);
            page = customers.page(Optional.of(page.get(page.size() - 1).id()), 3, NOW);
        }

        assertThat(all).extracting(customer -> customer.id().value()).containsExactlyElementsOf(IN_ORDER);
        assertThat(all).extracting(CustomerRecord::id).isSorted();
        assertThat(all).allSatisfy(customer -> assertThat(customer.purchases().grossAmount())
                .isEqualTo(customer.id().value().length()));
    }

    @Test
    void listsByIdAndByNameAreInThisOrderInBothDirections() {
        List<String> backwards = new ArrayList<>(IN_ORDER);
        Collections.reverse(backwards);

        assertThat(walk((after, limit) -> search.byId(after, false, limit))).isEqualTo(IN_ORDER);
        assertThat(walk((after, limit) -> search.byId(after, true, limit))).isEqualTo(backwards);
        assertThat(walk((after, limit) -> search.byName(after, false, limit)))
                .containsExactlyInAnyOrderElementsOf(IN_ORDER)
                .endsWith("\uE0001", "\uFFFD1", "😀2", "😁");
        assertThat(walk((after, limit) -> search.byName(after, true, limit)))
                .startsWith("😁", "😀2", "\uFFFD1", "\uE0001");
    }

    @Test
    void everyIdIsFoundByItselfAndByItsBeginning() {
        List<CustomerId> ids = IN_ORDER.stream().map(CustomerId::new).toList();

        assertThat(customers.named(ids)).hasSize(ids.size());
        assertThat(customers.attributes(ids)).hasSize(ids.size());
        assertThat(customers.find(new CustomerId("😀2"), NOW)).isPresent();
        assertThat(search.search("\uFFFD", 10))
                .extracting(hit -> hit.id().value())
                .containsExactly("\uFFFD1");
        assertThat(search.search("😀", 10)).extracting(hit -> hit.id().value()).containsExactly("😀2");
    }

    @Test
    void aSearchTextIsNeverCutInsideACharacter() {
        String name = "\uFB03".repeat(66) + "x😀";
        database.execute(handle -> updates.save(
                handle,
                List.of(new CustomerUpdate(new CustomerId("long"), Map.of("name", name), Set.of("name"))),
                NOW));

        assertThat(SearchText.of(name)).isEqualTo("ffi".repeat(66) + "x");
        assertThat(search.search("ffi".repeat(60), 10)).hasSize(1);
    }

    private static List<String> walk(BiFunction<Optional<CustomerId>, Integer, List<CustomerHit>> list) {
        Function<Optional<CustomerId>, List<CustomerHit>> next = after -> list.apply(after, 3);
        List<String> ids = new ArrayList<>();
        for (List<CustomerHit> page = next.apply(Optional.empty()); !page.isEmpty(); ) {
            page.forEach(hit -> ids.add(hit.id().value()));
            page = next.apply(Optional.of(page.get(page.size() - 1).id()));
        }
        return ids;
    }
}
