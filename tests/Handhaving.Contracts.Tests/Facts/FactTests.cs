using System.Text.Json;
using System.Text.Json.Nodes;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Delivery;
using Xunit;

namespace Handhaving.Contracts.Tests.Facts;

/// <summary>Facts only grow: consumers of the last release read today's, and today's read what the last release still has under way.</summary>
public sealed class FactTests
{
    private static readonly JsonSerializerOptions Indented = new(MessageJson.Options) { WriteIndented = true, NewLine = "\n" };

    private static IReadOnlyDictionary<string, Type> Published { get; } =
        typeof(IDispatchFact).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToDictionary(type => type.FullName ?? type.Name);

    public static TheoryData<string> Names => [.. Published.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Released => [.. ReleasedFacts().Select(fact => fact.Key)];

    [Fact]
    public void Every_fact_has_a_sample() => Assert.Equal(Published.Values.ToHashSet(), [.. Samples.All.Select(sample => sample.GetType())]);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_looks_as_its_snapshot(string name) =>
        Snapshot.Verify(Path.Combine("Facts", name + ".json"), JsonSerializer.Serialize(Samples.All.Single(sample => sample.GetType().FullName == name), Published[name], Indented) + "\n");

    [Theory]
    [MemberData(nameof(Released))]
    public void A_fact_of_the_last_release_is_read_without_loss(string name)
    {
        var released = ReleasedFacts()[name]?.AsObject() ?? throw new JsonException($"{name} is not an object.");
        Assert.True(Published.TryGetValue(name, out var type), $"{name} is gone, its messages are not.");

        var today = JsonSerializer.SerializeToNode(released.Deserialize(type, MessageJson.Options), type, MessageJson.Options);

        Assert.All(released, field => Assert.True(JsonNode.DeepEquals(field.Value, today?[field.Key]), $"{name}.{field.Key} was {field.Value} and is read as {today?[field.Key]}."));
    }

    private static JsonObject ReleasedFacts() => JsonNode.Parse(Tree.ReadReleased("facts.json"))?.AsObject() ?? throw new JsonException("facts.json is empty.");
}
