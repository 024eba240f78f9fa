# Opens a result with ncdf4 and draws how trust develops, as the report does.
# usage: Rscript trust_over_time.R RESULT.h5 PICTURE.pdf
suppressPackageStartupMessages(library(ncdf4))

arguments <- commandArgs(trailingOnly = TRUE)
result <- nc_open(arguments[1])
campaigns <- ncvar_get(result, "campaign")
# Dimensions in reverse order: day x replicate x campaign x point; keep them when one is 1.
trust <- ncvar_get(result, "daily/mean_trust", collapse_degen = FALSE)[, , , 1, drop = FALSE]
days <- seq_len(dim(trust)[1])
mean_trust <- apply(trust, c(1, 3), mean, na.rm = TRUE)

pdf(arguments[2], width = 7, height = 4.5)
matplot(days, mean_trust, type = "l", lwd = 2, xlab = "day", ylab = "mean trust",
        main = "How trust in the sender develops")
legend("topleft", legend = campaigns, col = seq_along(campaigns), lty = seq_along(campaigns), lwd = 2)
invisible(dev.off())
cat(sprintf("%s\t%.6g\n", campaigns, mean_trust[length(days), ]), sep = "")
nc_close(result)
