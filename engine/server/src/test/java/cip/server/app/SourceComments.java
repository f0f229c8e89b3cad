package cip.server.app;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of our sources as plain text: of classes, of methods, and of the components of records. */
final class SourceComments {
    /** By {@code cip.server.jobs.JobsResource}, {@code ….JobsResource#page} and {@code ….Job@id}. */
    private final Map<String, String> texts = new HashMap<>();

    /** @param folders of sources */
    static SourceComments of(List<Path> folders) throws IOException {
        SourceComments comments = new SourceComments();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            for (Path folder : folders) {
                try (Stream<Path> sources = Files.walk(folder)) {
                    List<Path> java = sources.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .toList();
                    JavacTask task = (JavacTask) compiler.getTask(
                            null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
                    comments.read(task);
                }
            }
        }
        return comments;
    }

    /** Empty when there is no comment. */
    String ofClass(Class<?> type) {
        return texts.getOrDefault(type.getCanonicalName(), "");
    }

    String ofMethod(Class<?> type, String method) {
        return texts.getOrDefault(type.getCanonicalName() + "#" + method, "");
    }

    String ofComponent(Class<?> type, String component) {
        return texts.getOrDefault(type.getCanonicalName() + "@" + component, "");
    }

    private void read(JavacTask task) throws IOException {
        DocTrees trees = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
            if (unit.getPackageName() != null) {
                new Scanner(trees, unit.getPackageName().toString()).scan(unit, null);
            }
        }
    }

    private static String plain(List<? extends DocTree> trees) {
        StringBuilder text = new StringBuilder();
        trees.forEach(tree -> text.append(tree));
        return text.toString()
                .replaceAll("\\{@\\w+\\s+([^{}]*)}", "$1")
                .replaceAll("</?(p|ul|ol|li|em|b|i)>", " ")
                .replaceAll("(?s) @param .*", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final Deque<String> names = new ArrayDeque<>();

        private Scanner(DocTrees trees, String packageName) {
            this.trees = trees;
            names.push(packageName);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (type.getSimpleName().isEmpty()) {
                return null;
            }
            names.push(names.peek() + "." + type.getSimpleName());
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(names.peek(), plain(comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree parameter) {
                        texts.put(names.peek() + "@" + parameter.getName(), plain(parameter.getDescription()));
                    }
                }
            }
            super.visitClass(type, nothing);
            names.pop();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(names.peek() + "#" + method.getName(), plain(comment.getFullBody()));
            }
            return null;
        }
    }
}
