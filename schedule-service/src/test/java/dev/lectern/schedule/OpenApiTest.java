package dev.lectern.schedule;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.OpenApiDocument;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(BackingServices.class)
class OpenApiTest extends OpenApiDocument {}
