package cip.server.openscoring;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands requests under {@code /openscoring}, where clients of Openscoring send them, on to the API. */
final class OpenscoringServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RequestDispatcher api = request.getRequestDispatcher("/api" + request.getRequestURI());
        if (api == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        api.forward(request, response);
    }
}
