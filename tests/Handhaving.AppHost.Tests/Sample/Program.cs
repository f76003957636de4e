// The smallest service: ready at once, and it shows what it was given.
var application = WebApplication.Create(args);
application.MapGet("/health/ready", () => "ready");
application.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
application.Run();
