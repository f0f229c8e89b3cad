package cip.server.strategies;

import cip.core.decide.ChallengerShare;
import cip.core.decide.StrategyHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The three columns that keep a challenger beside a champion, all of them NULL where there is none. */
public record StoredChallenger(@Nullable String hash, @Nullable Integer thousandths, @Nullable String salt) {

    public static StoredChallenger of(@Nullable ChallengerShare challenger) {
        return challenger == null
                ? new StoredChallenger(null, null, null)
                : new StoredChallenger(challenger.strategy().value(), challenger.thousandths(), challenger.salt());
    }

    /** From {@code challenger_hash}, {@code challenger_thousandths} and {@code challenger_salt}; {@code null} = none. */
    public static @Nullable ChallengerShare read(ResultSet row) throws SQLException {
        String hash = row.getString("challenger_hash");
        return hash == null
                ? null
                : ChallengerShare.ofThousandths(
                        new StrategyHash(hash), row.getInt("challenger_thousandths"), row.getString("challenger_salt"));
    }
}
