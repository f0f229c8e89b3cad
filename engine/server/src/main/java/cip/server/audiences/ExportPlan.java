package cip.server.audiences;

import cip.core.action.Channel;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is chosen, what is written about them, and whose consent is asked for.
 *
 * @param chosen rows of the base, before anybody is suppressed
 * @param channel where the customers will be contacted; empty = nowhere
 */
record ExportPlan(AudienceBase base, BitSet chosen, List<ExportColumn> columns, Optional<Channel> channel) {
    /**
     * @param channel {@code null} = the source's own, if it has one
     * @throws EngineException when the strategy does not know what is asked for, or contacts are asked for without a
     *     channel whose consent can be checked
     */
    static ExportPlan of(
            AudienceBase base,
            AudienceSource source,
            List<String> columnNames,
            @Nullable String channel,
            CustomerSchema schema) {
        source.require(base);
        List<ExportColumn> columns = new ExportColumns(base, schema).named(columnNames);
        Optional<Channel> known =
                Optional.ofNullable(channel).or(() -> source.channel(base)).map(id -> channel(base, id));
        boolean asksForConsent = known.flatMap(Channel::consentAttribute).isPresent();
        if (!asksForConsent && columns.stream().anyMatch(ExportColumn::contact)) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "Contacts are written only for a channel that customers consented to, found "
                                    + known.map(Channel::id).orElse("no channel")
                                    + ".\nMaybe one of these was meant: "
                                    + base.actions().channels().stream()
                                            .filter(each ->
                                                    each.consentAttribute().isPresent())
                                            .map(Channel::id)
                                            .toList()
                                    + ".")
                    .about("channel");
        }
        return new ExportPlan(base, source.rows(base), columns, known);
    }

    /**
     * Whether everybody in the file counts as contacted.
     *
     * @param asked {@code null} = as usual: yes for a channel that customers consented to, because they will be contacted there
     * @throws EngineException INVALID_VALUE when it should and there is no channel
     */
    boolean countsAsContact(@Nullable Boolean asked) {
        if (Boolean.TRUE.equals(asked) && channel.isEmpty()) {
            throw new EngineException(
                            ErrorCode.INVALID_VALUE,
                            "An export counts as a contact by a channel, found none."
                                    + "\nMaybe name the channel, or let it count as none.")
                    .about("countsAsContact");
        }
        return asked == null ? channel.flatMap(Channel::consentAttribute).isPresent() : asked;
    }

    /** Whether the file identifies persons by more than their id. */
    boolean personal() {
        return columns.stream().anyMatch(ExportColumn::personal);
    }

    /**
     * Why a customer is not let out.
     *
     * @param current the customer's attributes at this moment; {@code null} = gone
     */
    Optional<Suppressed.Reason> suppression(boolean heldOut, @Nullable Map<String, Object> current) {
        if (heldOut) {
            return Optional.of(Suppressed.Reason.HELD_OUT);
        }
        if (current == null) {
            return Optional.of(Suppressed.Reason.GONE);
        }
        boolean agreed = channel.flatMap(Channel::consentAttribute)
                .map(consent -> Boolean.TRUE.equals(current.get(consent)))
                .orElse(true);
        return agreed ? Optional.empty() : Optional.of(Suppressed.Reason.NO_CONSENT);
    }

    static Channel channel(AudienceBase base, String id) {
        return base.actions().channel(id).orElseThrow(() -> new EngineException(
                        ErrorCode.INVALID_VALUE,
                        "There is no channel " + id + ".\nMaybe one of these was meant: "
                                + base.actions().channels().stream()
                                        .map(Channel::id)
                                        .toList()
                                + ".")
                .about("channel"));
    }
}
