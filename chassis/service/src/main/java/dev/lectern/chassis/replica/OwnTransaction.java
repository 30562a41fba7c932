package dev.lectern.chassis.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;

/** Does work in a transaction of its own, which ends without an effect where the work marks it so. */
@ApplicationScoped
public class OwnTransaction {

    @Transactional(TxType.REQUIRES_NEW)
    public <T> T call(Supplier<T> work) {
        return work.get();
    }
}
