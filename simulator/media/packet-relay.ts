import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

const familyOf = (address: string) => (address.includes(':') ? 'udp6' : 'udp4');

async function openSocket(address: string): Promise<Socket> {
  const socket = createSocket(familyOf(address));
  // What cannot be delivered is lost, as on any network.
  const bound = once(socket, 'listening');
  socket.bind(0, address);
  await bound;
  socket.on('error', () => undefined);
  socket.unref();
  return socket;
}

/**
 * Carries the packets of one call between its client and the address that libwebrtc listens on, until it is cut: what
 * then goes missing is missed by ICE on both sides, as on a network that is gone.
 */
export class PacketRelay {
  private readonly sockets: Socket[] = [];
  private readonly published = new Map<string, Promise<number>>();
  private isClosed = false;
  isCut = false;

  /** The description with the relay's ports in place of libwebrtc's. Candidates that cannot be relayed are left out. */
  async publish(sdp: string): Promise<string> {
    const lines = await Promise.all(sdp.split('\r\n').map((line) => this.publishLine(line)));
    return lines.filter((line) => line !== null).join('\r\n');
  }

  close(): void {
    this.isClosed = true;
    for (const socket of this.sockets.splice(0)) socket.close();
  }

  private async publishLine(line: string): Promise<string | null> {
    if (!line.startsWith('a=candidate:')) return line;
    const [, before = '', address = '', port = '', after = ''] =
      /^(a=candidate:\S+ \d+ udp \d+) (\S+) (\d+) (.*)$/i.exec(line) ?? [];
    if (address === '') return null;
    const key = `${address} ${port}`;
    const opening = this.published.get(key) ?? this.open(address, Number(port));
    this.published.set(key, opening);
    return opening.then(
      (relayPort) => `${before} ${address} ${relayPort} ${after}`,
      () => null,
    );
  }

  /** Opens a port for clients. Each of their addresses gets a socket of its own, by which answers find their way back. */
  private async open(address: string, port: number): Promise<number> {
    const outside = this.keep(await openSocket(address));
    const insides = new Map<string, Promise<Socket>>();
    outside.on('message', (packet, client) => {
      if (this.isCut) return;
      const key = `${client.address} ${client.port}`;
      const opening = insides.get(key) ?? this.openInside(address, (answer) => this.pass(outside, answer, client));
      insides.set(key, opening);
      opening.then((inside) => this.pass(inside, packet, { address, port })).catch(() => undefined);
    });
    return outside.address().port;
  }

  private async openInside(address: string, onAnswer: (packet: Buffer) => void): Promise<Socket> {
    const inside = this.keep(await openSocket(address));
    inside.on('message', onAnswer);
    return inside;
  }

  private pass(socket: Socket, packet: Buffer, { address, port }: { address: string; port: number }): void {
    if (!this.isCut && !this.isClosed) socket.send(packet, port, address);
  }

  private keep(socket: Socket): Socket {
    if (this.isClosed) socket.close();
    else this.sockets.push(socket);
    return socket;
  }
}
