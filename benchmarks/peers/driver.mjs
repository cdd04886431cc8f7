// What every driver written in JavaScript shares: one command a line comes in, one JSON object a line goes out.
//
//   {"do": "create", "from": 0, "count": 10}   put these lines of the file of records into the local store
//   {"do": "change", "count": 10}              change the first records of the store, each in one small way
//   {"do": "push" | "pull" | "sync"}           exchange with the server
//
// The answer is {"ms": TIME OF THE COMMAND, "records": RECORDS IN THE LOCAL STORE} or {"error": WHY}. Reading the
// file and starting the program are not counted.
import fs from 'node:fs';
import readline from 'node:readline';

const [folder, address, file, option] = process.argv.slice(2);
export const given = { folder, address, option };

/** The records of a command, read before the clock starts. */
const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);

export async function serve(deeds) {
    for await (const line of readline.createInterface({ input: process.stdin })) {
        const command = JSON.parse(line);
        const records = command.do === 'create'
            ? lines.slice(command.from, command.from + command.count).map((text) => JSON.parse(text))
            : command.count;
        let answer;
        const start = performance.now();
        try {
            await deeds[command.do](records);
            answer = { ms: performance.now() - start, records: await deeds.count() };
        } catch (error) {
            answer = { error: String(error?.stack ?? error) };
        }
        process.stdout.write(JSON.stringify(answer) + '\n');
    }
    process.exit(0);
}
