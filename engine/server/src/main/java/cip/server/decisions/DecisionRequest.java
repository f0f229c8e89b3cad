package cip.server.decisions;

import cip.core.customer.Contact;
import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerRecordJson;
import cip.core.customer.PurchaseSummary;
import cip.core.customer.Transaction;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one decision, about a customer of the base or about one brought along; exactly one of the two is given.
 *
 * @param customerId id of a customer of the base
 * @param customer a customer brought along
 * @param asOf the instant features are computed for; by default now
 * @param reasons whether the answer says why; by default yes
 * @param store whether the decision is logged, for a customer of the base only; by default no
 */
public record DecisionRequest(
        @Nullable String customerId,
        @Nullable BroughtCustomer customer,
        @Nullable Instant asOf,
        @Nullable Boolean reasons,
        @Nullable Boolean store) {

    /**
     * A customer who need not be in the base.
     *
     * @param attributes by declared name; a missing one is left out or null
     * @param transactions in any order; those after {@code asOf} do not count
     * @param contacts with them, in any order; those after {@code asOf} do not count
     */
    public record BroughtCustomer(
            @Nullable String id,
            @Nullable JsonNode attributes,
            @Nullable List<BroughtTransaction> transactions,
            @Nullable List<BroughtContact> contacts) {
        CustomerRecord record(CustomerRecordJson records, Instant asOf) {
            if (id == null) {
                throw new EngineException(ErrorCode.INVALID_VALUE, "The customer has no id.").about("customer.id");
            }
            List<Transaction> history = transactions == null
                    ? List.of()
                    : transactions.stream().map(BroughtCustomer::transaction).toList();
            return new CustomerRecord(
                    new CustomerId(id),
                    attributes == null ? Map.of() : records.readAttributes(attributes),
                    PurchaseSummary.of(history, asOf),
                    contacts == null
                            ? List.of()
                            : contacts.stream().map(BroughtCustomer::contact).toList());
        }

        private static Contact contact(@Nullable BroughtContact brought) {
            if (brought == null || brought.channel == null || brought.at == null) {
                throw new EngineException(ErrorCode.INVALID_VALUE, "A contact has no channel or no at, expected both.")
                        .about("customer.contacts");
            }
            return new Contact(brought.action == null ? "" : brought.action, brought.channel, brought.at);
        }

        private static Transaction transaction(@Nullable BroughtTransaction brought) {
            if (brought == null || brought.occurredAt == null || brought.amount == null) {
                throw new EngineException(
                                ErrorCode.INVALID_VALUE, "A transaction has no occurredAt or no amount, expected both.")
                        .about("customer.transactions");
            }
            if (!Double.isFinite(brought.amount)) {
                throw new EngineException(
                                ErrorCode.INVALID_VALUE, "The amount of a transaction is not a finite number.")
                        .about("customer.transactions");
            }
            return new Transaction(
                    brought.reference == null ? "" : brought.reference,
                    brought.occurredAt,
                    brought.amount,
                    brought.channel == null ? "" : brought.channel);
        }
    }

    /** @param action id; left out = none of ours @param channel id */
    public record BroughtContact(@Nullable String action, @Nullable String channel, @Nullable Instant at) {}

    /** @param amount in the currency of config.yml; negative = refunded */
    public record BroughtTransaction(
            @Nullable String reference,
            @Nullable Instant occurredAt,
            @Nullable Double amount,
            @Nullable String channel) {}

    DecisionRequest checked() {
        if ((customerId == null) == (customer == null)) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "A decision is asked for with either customerId or customer, not with both and not with neither.")
                    .about("customerId");
        }
        if (customer != null && wantsStore()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "Only decisions about customers of the base are stored.\nMaybe import the customer first.")
                    .about("store");
        }
        return this;
    }

    boolean wantsReasons() {
        return reasons == null || reasons;
    }

    boolean wantsStore() {
        return store != null && store;
    }
}
