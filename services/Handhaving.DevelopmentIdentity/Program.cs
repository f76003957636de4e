using Handhaving.DevelopmentIdentity.Keys;
using Handhaving.DevelopmentIdentity.Personas;
using Handhaving.DevelopmentIdentity.SignIn;
using Handhaving.DevelopmentIdentity.Store;
using Handhaving.ServiceDefaults.Telemetry;

var builder = WebApplication.CreateBuilder(args);
if (!builder.Environment.IsDevelopment())
{
    await Console.Error.WriteLineAsync(
        $"The development identity provider gives anybody a token of any persona. It runs in the environment Development only, not in {builder.Environment.EnvironmentName}.");
    return 1;
}

builder.AddTelemetry();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(PersonaList.Load());
builder.Services.AddSingleton(KeyDirectory.At(builder.Configuration, builder.Environment));
builder.Services.AddSingleton<DevelopmentTokens>();
builder.AddIdentityStore();
builder.AddIdentityProvider();
builder.AddConsoleOrigins();

var app = builder.Build();
app.UseCors();
app.UseAuthentication(); // by itself it would come before, and answer a browser that asks first (CORS preflight)
app.MapAuthorization();
app.MapTokens();
app.MapDevelopmentTokens();
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready");
await app.RunAsync();
return 0;
