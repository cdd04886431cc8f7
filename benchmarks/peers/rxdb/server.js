// A server for RxDB's documented HTTP replication, with its check for conflicts. It keeps everything in memory:
// RxDB's own server pins an older RxDB. node server.js PORT FOLDER. Ends when its standard input ends.
import http from 'node:http';

const [port] = process.argv.slice(2);
const known = new Map(); // id -> {state, at}; at: place in the log of its last change
const log = []; // ids in the order of their changes

function push(rows) {
    const conflicts = [];
    for (const { newDocumentState: state, assumedMasterState: assumed } of rows) {
        const current = known.get(state.id);
        if (current && assumed?.revision !== current.state.revision) {
            conflicts.push(current.state);
            continue;
        }
        known.set(state.id, { state, at: log.push(state.id) });
    }
    return conflicts;
}

function pull(after, limit) {
    const documents = [];
    let at = after;
    while (at < log.length && documents.length < limit) {
        const found = known.get(log[at]);
        at += 1;
        if (found.at === at) documents.push(found.state);
    }
    return { documents, checkpoint: { at } };
}

http.createServer((request, response) => {
    const chunks = [];
    request.on('error', () => {});
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
        const url = new URL(request.url, 'http://here');
        const answer = request.method === 'POST'
            ? push(JSON.parse(Buffer.concat(chunks).toString()))
            : pull(Number(url.searchParams.get('at')), Number(url.searchParams.get('limit')));
        const bytes = Buffer.from(JSON.stringify(answer));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
        response.end(bytes);
    });
}).listen(Number(port), '127.0.0.1').keepAliveTimeout = 600_000;
process.stdin.on('end', () => process.exit(0)).resume();
