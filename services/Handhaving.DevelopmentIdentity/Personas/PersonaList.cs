using System.Text.Json;

namespace Handhaving.DevelopmentIdentity.Personas;

/// <summary>The personas of personas.json, in its order.</summary>
public sealed class PersonaList(IReadOnlyList<Persona> all)
{
    public IReadOnlyList<Persona> All { get; } = all;

    public Persona? Named(string? name) => All.SingleOrDefault(persona => persona.Name == name);

    public Persona? WithSubject(string? subject) => All.SingleOrDefault(persona => persona.Subject == subject);

    public static PersonaList Load()
    {
        using var file = typeof(PersonaList).Assembly.GetManifestResourceStream("personas.json")
            ?? throw new InvalidOperationException("personas.json is not in the assembly.");
        return new(JsonSerializer.Deserialize<List<Persona>>(file, JsonSerializerOptions.Web) ?? []);
    }
}
