package cip.server.customers;

/** What saving a batch came to. */
public record SavedRows(long created, long updated, long unchanged) {
    public static SavedRows none() {
        return new SavedRows(0, 0, 0);
    }

    public SavedRows plus(SavedRows more) {
        return new SavedRows(created + more.created, updated + more.updated, unchanged + more.unchanged);
    }
}
