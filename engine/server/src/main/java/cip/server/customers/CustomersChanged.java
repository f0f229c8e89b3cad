package cip.server.customers;

/** Told after an import created or changed customers or transactions, on the thread of the import's job. */
@FunctionalInterface
public interface CustomersChanged {
    void customersChanged();
}
