SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  filter: true,
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  // The library would ask a server of its own whether the document is valid.
  validatorUrl: null,
  // Whatever name of this machine the page was opened by.
  requestInterceptor: (request) => {
    const target = new URL(request.url, location.href);
    request.url = location.origin + target.pathname + target.search;
    return request;
  },
});
