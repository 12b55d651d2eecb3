// The path is relative, so that the page works under /docs and under /-/docs alike.
SwaggerUIBundle({ url: "openapi.json", dom_id: "#api", validatorUrl: null, deepLinking: true });
