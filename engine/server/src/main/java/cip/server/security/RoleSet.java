package cip.server.security;

import cip.server.http.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles in one column: names in the order of the enum, separated by commas. */
final class RoleSet {
    private RoleSet() {}

    static String toText(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> ofText(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(text.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
