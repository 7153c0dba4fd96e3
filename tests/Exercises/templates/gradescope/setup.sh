#!/usr/bin/env bash
# Gradescope builds its image with this script, once. Zip this folder's two files together with the full course in a folder
# `course`: zip -r autograder.zip setup.sh run_autograder course
set -euo pipefail

apt-get update
apt-get install -y --no-install-recommends bubblewrap ca-certificates curl git libicu-dev util-linux
curl -fsSL https://dot.net/v1/dotnet-install.sh -o /tmp/dotnet-install.sh
bash /tmp/dotnet-install.sh --jsonfile /autograder/source/course/global.json --install-dir /usr/share/dotnet
ln -sf /usr/share/dotnet/dotnet /usr/bin/dotnet
cd /autograder/source/course
dotnet build lib/Course
dotnet build tests/Exercises
# The checks are for the grader's eyes: where Gradescope's container makes no namespaces, a submission runs as nobody, who may
# read the libraries and nothing else of the course.
chmod -R go-rwx .
chmod go+x .
chmod -R go+rX lib
