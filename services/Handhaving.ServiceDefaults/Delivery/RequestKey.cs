using System.Security.Cryptography;
using Google.Protobuf;
using Handhaving.ServiceDefaults.Access;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>One intention of a client: the same id with the same content is answered as before, with other content refused (AIP-155).</summary>
public sealed record RequestKey(string Client, string Method, Guid Id, ReadOnlyMemory<byte> ContentHash)
{
    /// <summary>Reads <c>request_id</c> and hashes the rest of the request.</summary>
    public static RequestKey Of<T>(Call call, T request) where T : IMessage<T>, IDeepCloneable<T>
    {
        var field = request.Descriptor.FindFieldByName("request_id") ?? throw new InvalidOperationException($"{request.Descriptor.FullName} has no request_id.");
        var id = Guid.Parse((string)field.Accessor.GetValue(request));
        var content = request.Clone();
        field.Accessor.Clear(content);
        return new(call.Caller.Client, call.Operation, id, SHA256.HashData(content.ToByteArray()));
    }

    public bool HasContentOf(byte[] storedHash) => ContentHash.Span.SequenceEqual(storedHash);
}
