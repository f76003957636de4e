using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Handhaving.Access.V1;

namespace Handhaving.Dispatch.Tests.Refusals.Requests;

/// <summary>One rpc as the contract describes it, called with bytes: whatever a caller may send can be sent.</summary>
public sealed record Rpc(MethodDescriptor Descriptor)
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    public static IReadOnlyList<Rpc> All { get; } = [.. DispatchContract.Services.SelectMany(service => service.Methods).Select(method => new Rpc(method))];

    /// <summary>For example <c>IncidentService/GetIncident</c>.</summary>
    public string Name => $"{Descriptor.Service.Name}/{Descriptor.Name}";

    public MethodAccess Access => Descriptor.GetOptions().GetExtension(AccessExtensions.Access);

    public bool IsUnary => Kind is MethodType.Unary;

    public bool IsList => Has("page_size") && Has("page_token");

    /// <summary>Whether the caller says which version it saw.</summary>
    public bool TakesVersion => Holds(Descriptor.InputType, "etag");

    private MethodType Kind => (Descriptor.IsClientStreaming, Descriptor.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (false, true) => MethodType.ServerStreaming,
        (true, false) => MethodType.ClientStreaming,
        (true, true) => MethodType.DuplexStreaming,
    };

    public static Rpc Named(string name) => All.Single(rpc => rpc.Name == name);

    /// <summary>Names of the rpcs that a rule applies to, as data of a theory.</summary>
    public static TheoryData<string> Names(Func<Rpc, bool> applies) => [.. All.Where(applies).Select(rpc => rpc.Name)];

    public bool Has(string field) => Descriptor.InputType.FindFieldByName(field) is not null;

    public IMessage Parse(byte[] request) => Descriptor.InputType.Parser.ParseFrom(request);

    /// <summary>Calls with one message and returns the first that is answered.</summary>
    public async Task<IMessage> CallAsync(CallInvoker invoker, byte[] request, CallOptions options)
    {
        var method = new Method<byte[], byte[]>(Kind, Descriptor.Service.FullName, Descriptor.Name, Bytes, Bytes);
        return Descriptor.OutputType.Parser.ParseFrom(await AnswerAsync(invoker, method, request, options));
    }

    /// <summary>Whether callers may fill a field: what only the service writes is no input, a resource's own name neither.</summary>
    public static bool IsInput(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior)?.Any(behaviour => behaviour is FieldBehavior.OutputOnly or FieldBehavior.Identifier) is not true;

    private static bool Holds(MessageDescriptor message, string name) => message.Fields.InDeclarationOrder().Where(IsInput)
        .Any(field => field.Name == name || (field is { FieldType: FieldType.Message, IsRepeated: false } && Holds(field.MessageType, name)));

    private static async Task<byte[]> AnswerAsync(CallInvoker invoker, Method<byte[], byte[]> method, byte[] request, CallOptions options)
    {
        switch (method.Type)
        {
            case MethodType.Unary:
                using (var call = invoker.AsyncUnaryCall(method, null, options, request)) return await call;
            case MethodType.ServerStreaming:
                using (var call = invoker.AsyncServerStreamingCall(method, null, options, request)) return await FirstAsync(call.ResponseStream, options);
            case MethodType.ClientStreaming:
                using (var call = invoker.AsyncClientStreamingCall(method, null, options))
                {
                    await SendAsync(call.RequestStream, request);
                    return await call;
                }
            case MethodType.DuplexStreaming:
                using (var call = invoker.AsyncDuplexStreamingCall(method, null, options))
                {
                    await SendAsync(call.RequestStream, request);
                    var first = await FirstAsync(call.ResponseStream, options);
                    while (await call.ResponseStream.MoveNext(options.CancellationToken)) { } // to its end: what the service writes then is written
                    return first;
                }
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method.Type, "Not a kind of rpc.");
        }
    }

    private static async Task SendAsync(IClientStreamWriter<byte[]> stream, byte[] request)
    {
        try
        {
            await stream.WriteAsync(request);
            await stream.CompleteAsync();
        }
        catch (Exception refused) when (refused is RpcException or InvalidOperationException)
        {
            return; // refused before the message was read: the status comes with the answer
        }
    }

    private static async Task<byte[]> FirstAsync(IAsyncStreamReader<byte[]> stream, CallOptions options) =>
        await stream.MoveNext(options.CancellationToken) ? stream.Current : throw new Xunit.Sdk.XunitException("The stream ended without a message.");
}
