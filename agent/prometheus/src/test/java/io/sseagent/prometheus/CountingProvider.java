package io.sseagent.prometheus;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.SecretKeyFactorySpi;
import javax.crypto.spec.PBEKeySpec;

/** Counts the work of password hashes instead of timing it; stands before the JDK's own provider while it is open. */
final class CountingProvider extends Provider implements AutoCloseable {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final long serialVersionUID = 1;
    private static final List<Integer> ITERATIONS = new ArrayList<>();

    private CountingProvider() {
        super("Counting", "1", "counts");
        put("SecretKeyFactory." + ALGORITHM, Counting.class.getName());
    }

    static CountingProvider install() {
        CountingProvider provider = new CountingProvider();
        Security.insertProviderAt(provider, 1);
        return provider;
    }

    /** Of each hash since the last call. */
    List<Integer> takeIterations() {
        List<Integer> taken = List.copyOf(ITERATIONS);
        ITERATIONS.clear();
        return taken;
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    /** Made by the JDK. */
    public static final class Counting extends SecretKeyFactorySpi {
        private static SecretKeyFactory real() throws InvalidKeySpecException {
            try {
                return SecretKeyFactory.getInstance(ALGORITHM, Security.getProvider("SunJCE"));
            } catch (NoSuchAlgorithmException e) {
                throw new InvalidKeySpecException(e);
            }
        }

        @Override
        protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
            ITERATIONS.add(((PBEKeySpec) spec).getIterationCount());
            return real().generateSecret(spec);
        }

        @Override
        protected KeySpec engineGetKeySpec(SecretKey key, Class<?> type) throws InvalidKeySpecException {
            return real().getKeySpec(key, type);
        }

        @Override
        protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
            throw new InvalidKeyException();
        }
    }
}
