package cip.server.plugins;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls into a plugin. Many libraries look for their parts through the thread's context class loader; here it is the
 * plugin's, or they would find the engine's. A class that turns out to be missing becomes an error naming the plugin.
 */
final class InPlugin implements InvocationHandler {
    private final Object target;
    private final String plugin;
    private final ClassLoader loader;

    private InPlugin(Object target, String plugin, ClassLoader loader) {
        this.target = target;
        this.plugin = plugin;
        this.loader = loader;
    }

    static <T> T call(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The same object behind its SPI interface; SPI interfaces that it returns are wrapped too. */
    static Object guarded(Class<?> type, Object target, String plugin, ClassLoader loader) {
        return Proxy.newProxyInstance(
                InPlugin.class.getClassLoader(), new Class<?>[] {type}, new InPlugin(target, plugin, loader));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object result = method.invoke(target, arguments);
            Class<?> type = method.getReturnType();
            boolean ours = type.isInterface() && type.getName().startsWith("cip.spi.");
            return ours && result != null ? guarded(type, result, plugin, loader) : result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError broken) {
                throw new EngineException(
                        ErrorCode.INVALID_PLUGIN,
                        "The plugin " + plugin + " lacks a class: " + broken
                                + ".\nMaybe a jar that it needs is missing in its folder: build it again.",
                        broken);
            }
            throw e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
