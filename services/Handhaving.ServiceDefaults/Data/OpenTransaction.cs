using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>Commands of a transaction that may have ended with its session.</summary>
public static class OpenTransaction
{
    /// <exception cref="NpgsqlException">The server ended the session since the last command, and the transaction with it: nothing is written, and the same may be asked again.</exception>
    public static NpgsqlBatch Batch(this NpgsqlTransaction transaction, NpgsqlConnection connection)
    {
        try
        {
            return new(connection, transaction);
        }
        catch (InvalidOperationException over) // what the driver says of a transaction that is over
        {
            throw new NpgsqlException("The session ended within the transaction.", over);
        }
    }
}
