package dev.lectern.notification;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.OpenApiDocument;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The profile is that of most tests, so that the service is not started for these alone. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class OpenApiTest extends OpenApiDocument {}
