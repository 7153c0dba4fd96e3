#!/usr/bin/env bash
# A class that outgrows one machine, on Slurm: each task grades one folder of a shared disk, the last step merges.
#   ls -d submissions/part-* > parts.txt
#   job=$(sbatch --parsable --array=1-$(wc -l < parts.txt) slurm-array.sh)
#   sbatch --dependency=afterok:$job --wrap 'dotnet run --project lib/Course -- grade results/part-* --merge --out results/class'
#SBATCH --job-name=grade-exercises
#SBATCH --cpus-per-task=2
#SBATCH --mem=6G
#SBATCH --time=02:00:00
#SBATCH --output=grade-%A-%a.log
set -euo pipefail

cd "${COURSE:-$SLURM_SUBMIT_DIR}"
part=$(sed -n "${SLURM_ARRAY_TASK_ID}p" parts.txt)
[ -n "$part" ] || { echo "parts.txt has no line $SLURM_ARRAY_TASK_ID." >&2; exit 2; }
dotnet run --project lib/Course --no-build -- grade "$part" --out "results/$(basename "$part")" --jobs 1 --seed "${COURSE_SEED:-2}" --format json
