package io.heed.triggers.cases;

import io.heed.events.FieldType;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.Message;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.Signal;
import io.heed.triggers.signal.SignalCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Open cases as bytes. */
public final class OpenCaseCodec implements Codec<OpenCase> {
    private static final long serialVersionUID = 1L;
    private static final Codec<List<String>> TEXTS = Codecs.listOf(Codecs.TEXT);

    private final SignalCodec signals;

    /** A codec that writes the signals of a case with the given one. */
    public OpenCaseCodec(SignalCodec signals) {
        this.signals = signals;
    }

    @Override
    public int version() {
        return signals.version();
    }

    @Override
    public String shape() {
        return signals.shape();
    }

    @Override
    public String refusal(int writtenVersion, String writtenShape) {
        return signals.refusal(writtenVersion, writtenShape);
    }

    @Override
    public void write(OpenCase open, DataOutput out) throws IOException {
        Codecs.writeText(open.cause(), out);
        Codecs.writeText(open.customer(), out);
        Codecs.writeText(open.triggerId(), out);
        out.writeBoolean(open.control());
        Codecs.writeVarInt(open.revision(), out);
        out.writeLong(open.raisedMillis());
        out.writeLong(open.releaseMillis());
        out.writeBoolean(open.reaches());
        out.writeBoolean(open.offers());
        Codecs.writeVarInt(open.grounds().size(), out);
        for (Ground ground : open.grounds()) {
            writeGround(ground, out);
        }
    }

    @Override
    public OpenCase read(DataInput in, int writtenVersion) throws IOException {
        String cause = Codecs.readText(in);
        String customer = Codecs.readText(in);
        String triggerId = Codecs.readText(in);
        boolean control = in.readBoolean();
        int revision = Codecs.readVarInt(in);
        long raisedMillis = in.readLong();
        long releaseMillis = in.readLong();
        boolean reaches = in.readBoolean();
        boolean offers = in.readBoolean();
        List<Ground> grounds = new ArrayList<>();
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            grounds.add(readGround(cause, in, writtenVersion));
        }
        return new OpenCase(
                cause, customer, triggerId, control, revision, raisedMillis, releaseMillis, reaches, offers, grounds);
    }

    private void writeGround(Ground ground, DataOutput out) throws IOException {
        Codecs.writeText(ground.triggerId(), out);
        Codecs.writeText(ground.play(), out);
        Codecs.writeVarInt(ground.playVersion(), out);
        out.writeBoolean(ground.profiled());
        signals.write(ground.signal(), out);
        Codecs.writeNumbers(ground.features(), out);
        Codecs.writeText(ground.said().code(), out);
        Codecs.writeText(ground.said().sentence(), out);
        Codecs.writeText(ground.said().urgency().name(), out);
        writeProposal(ground.proposal(), out);
        writeMessage(ground.message(), out);
        out.writeLong(ground.expiresMillis());
    }

    private Ground readGround(String cause, DataInput in, int writtenVersion) throws IOException {
        String triggerId = Codecs.readText(in);
        String play = Codecs.readText(in);
        int playVersion = Codecs.readVarInt(in);
        boolean profiled = in.readBoolean();
        Signal signal = signals.read(in, writtenVersion);
        SortedMap<String, Double> features = Codecs.readNumbers(in);
        Said said = new Said(Codecs.readText(in), Codecs.readText(in), Urgency.valueOf(Codecs.readText(in)));
        Proposal proposal = readProposal(in);
        Message message = readMessage(in);
        return new Ground(
                triggerId,
                cause,
                play,
                playVersion,
                profiled,
                signal,
                features,
                said,
                proposal,
                message,
                in.readLong());
    }

    private static void writeProposal(Proposal proposal, DataOutput out) throws IOException {
        Codecs.writeText(proposal.action(), out);
        Codecs.writeText(proposal.channel(), out);
        TEXTS.write(proposal.channels(), out);
        out.writeBoolean(proposal.reachesCustomer());
        Codecs.writeText(proposal.purpose().name(), out);
        Codecs.writeText(proposal.autonomy().name(), out);
        out.writeDouble(proposal.probability());
        out.writeDouble(proposal.customerValue());
        out.writeDouble(proposal.businessValue());
    }

    private static Proposal readProposal(DataInput in) throws IOException {
        return new Proposal(
                Codecs.readText(in),
                Codecs.readText(in),
                TEXTS.read(in, 1),
                in.readBoolean(),
                Purpose.valueOf(Codecs.readText(in)),
                Autonomy.valueOf(Codecs.readText(in)),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }

    private static void writeMessage(@Nullable Message message, DataOutput out) throws IOException {
        out.writeBoolean(message != null);
        if (message == null) {
            return;
        }
        Codecs.writeText(message.template(), out);
        Codecs.writeVarInt(message.parameters().size(), out);
        for (Message.Parameter parameter : message.parameters()) {
            Codecs.writeText(parameter.name(), out);
            Codecs.writeText(parameter.type().name(), out);
            Codecs.writeText(parameter.unit(), out);
            writeValue(parameter.value(), out);
        }
    }

    private static @Nullable Message readMessage(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        String template = Codecs.readText(in);
        List<Message.Parameter> parameters = new ArrayList<>();
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            parameters.add(new Message.Parameter(
                    Codecs.readText(in), FieldType.valueOf(Codecs.readText(in)), Codecs.readText(in), readValue(in)));
        }
        return new Message(template, parameters);
    }

    private static void writeValue(Object value, DataOutput out) throws IOException {
        if (value instanceof Double number) {
            out.writeByte('n');
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte('f');
            out.writeBoolean(flag);
        } else {
            out.writeByte('t');
            Codecs.writeText(value.toString(), out);
        }
    }

    private static Object readValue(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 'n' -> (Object) in.readDouble();
            case 'f' -> in.readBoolean();
            default -> Codecs.readText(in);
        };
    }
}
