"""Compares what ReferenceFiles wrote with scikit-learn; exit 1 when something differs by more than the stated tolerance."""

import sys

import numpy as np
from sklearn.calibration import calibration_curve
from sklearn.linear_model import ElasticNet, LogisticRegression
from sklearn.metrics import roc_auc_score

folder = sys.argv[1]
failed = False


def report(what, difference, tolerance):
    global failed
    failed |= not difference <= tolerance
    print(f"| {what} | {difference:.1e} | {tolerance:.0e} |")


def ours(name):
    lines = open(f"{folder}/{name}-ours.txt").read().split("\n")
    l1, l2 = map(float, lines[0].split())
    return l1, l2, np.array([float(line) for line in lines[1:] if line])


print("\n## Largest difference from scikit-learn\n\n| what | difference | allowed |\n|---|---|---|")
rows = np.loadtxt(f"{folder}/linear.csv", delimiter=",")
x, y = rows[:, :-1], rows[:, -1]
l1, l2, line = ours("linear")
net = ElasticNet(alpha=l1 + l2, l1_ratio=l1 / (l1 + l2), tol=1e-12, max_iter=100_000).fit(x, y)
report("elastic net, squared: coefficients", np.abs(np.r_[net.intercept_, net.coef_] - line).max(), 1e-8)

rows = np.loadtxt(f"{folder}/logistic.csv", delimiter=",")
x, y = rows[:, :-1], rows[:, -1]
l1, l2, line = ours("logistic")
logistic = LogisticRegression(
    penalty="elasticnet", solver="saga", C=1 / (len(y) * (l1 + l2)), l1_ratio=l1 / (l1 + l2), tol=1e-9, max_iter=100_000
).fit(x, y)
p = 1 / (1 + np.exp(-(line[0] + x @ line[1:])))
report("elastic net, logistic: probabilities", np.abs(logistic.predict_proba(x)[:, 1] - p).max(), 1e-5)

rows = np.loadtxt(f"{folder}/scores.csv", delimiter=",")
scores, truth = rows[:, 0], rows[:, 1]
lines = open(f"{folder}/scores-ours.txt").read().split("\n")
report("AUC", abs(roc_auc_score(truth, scores) - float(lines[0])), 1e-12)
points = np.array([list(map(float, line.split())) for line in lines[1:] if line])
observed, predicted = calibration_curve(truth, scores, n_bins=10, strategy="quantile")
report("calibration curve, ten bins", np.abs(np.c_[predicted, observed] - points).max(), 5e-3)
sys.exit(1 if failed else 0)
