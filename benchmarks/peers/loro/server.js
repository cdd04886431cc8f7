// A relay for one Loro document that holds all complaints: node server.js PORT FOLDER. Every update is on the disk
// before it is answered. Ends when its standard input ends.
//
//   GET  /version    the version vector that the server has
//   POST /update     an update; no answer but its receipt
//   POST /since      a version vector; the update that leads on from it
import fs from 'node:fs';
import http from 'node:http';
import { LoroDoc, VersionVector } from 'loro-crdt';

const [port, folder] = process.argv.slice(2);
fs.mkdirSync(folder, { recursive: true });
const doc = new LoroDoc();
const log = fs.openSync(folder + '/updates', 'a');

function answer(path, body) {
    if (path === '/version') return doc.version().encode();
    if (path === '/since') return doc.export({ mode: 'update', from: VersionVector.decode(body) });
    doc.import(body);
    fs.writeSync(log, body);
    fs.fsyncSync(log);
    return [];
}

http.createServer((request, response) => {
    const chunks = [];
    request.on('error', () => {});
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
        const bytes = Buffer.from(answer(request.url, Buffer.concat(chunks)));
        response.writeHead(200, { 'content-length': bytes.length });
        response.end(bytes);
    });
}).listen(Number(port), '127.0.0.1').keepAliveTimeout = 600_000;
process.stdin.on('end', () => process.exit(0)).resume();
