package dev.lectern.kubernetes;

import java.util.HashMap;
import java.util.Map;

/** The environment of a service. */
final class Variables {

    private Variables() {}

    /** By name, whether a ConfigMap has them or the Deployment itself. */
    static Map<String, String> of(Manifests manifests, Manifest deployment) {
        var variables = new HashMap<String, String>();
        for (var source : deployment.container().path("envFrom")) {
            manifests
                    .find("ConfigMap", source.at("/configMapRef/name").asText())
                    .ifPresent(map -> variables.putAll(map.texts("/data")));
        }
        for (var variable : deployment.container().path("env")) {
            variables.put(variable.path("name").asText(), variable.path("value").asText());
        }
        return variables;
    }
}
