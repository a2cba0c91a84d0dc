#!/usr/bin/env bash
# Runs once, when the image of the autograder is made.
set -euo pipefail

apt-get update
apt-get install -y --no-install-recommends npm ca-certificates curl bubblewrap
# What the system brings is older than Chainrule needs.
npm install --global n
n 22
hash -r

cd /autograder/source
npm install --no-audit --no-fund ./chainrule.tgz

# Submissions are graded by a user who can read neither the key nor the results.
id student > /dev/null 2>&1 || useradd --system --no-create-home student
chown -R root:root /autograder/source
chmod -R u=rwX,go=rX /autograder/source
chmod 600 /autograder/source/key.json
